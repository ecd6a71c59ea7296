import type { Page } from '@playwright/test';
import { soleAddress } from '../../src/lib/messages/addresses';
import { openRound, pages } from './every-page';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures';
import { expectVietnameseIsMarked } from './language-of-parts';
import { groundsOf } from './forced-grounds';
import { expectFitForPaper } from './on-paper';
import { expectNothingSpills } from './spilling';

const languages = [
	{ lang: 'vi', prefix: '' },
	{ lang: 'en', prefix: '/en' },
];
/** As wide as the narrowest phone, and as a desk's screen at four times its size. */
const phone = { width: 320, height: 740 };
const desk = { width: 1440, height: 900 };
/** How colours are shown: as the page has them, or as its reader's device does. */
const seenAs = {
	light: { colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference' },
	dark: { colorScheme: 'dark', forcedColors: 'none', contrast: 'no-preference' },
	darkMore: { colorScheme: 'dark', forcedColors: 'none', contrast: 'more' },
	lightForced: { colorScheme: 'light', forcedColors: 'active', contrast: 'no-preference' },
	darkForced: { colorScheme: 'dark', forcedColors: 'active', contrast: 'no-preference' },
} as const;
type Look = keyof typeof seenAs;
/** A page has one of these in its turn, and its neighbours of the same kind have the others. */
const inEnglish: readonly Look[] = ['dark', 'lightForced', 'light', 'darkForced'];
const onDesk: readonly Look[][] = [
	['lightForced', 'dark'],
	['darkForced', 'light'],
	['lightForced', 'darkMore'],
];
const wallScreens = [
	{ width: 1920, height: 1080 },
	{ width: 3840, height: 2160 },
];

// They change nothing, so that each may be looked at beside another.
test.describe.configure({ mode: 'parallel' });

for (const [index, { name, path, signedIn, as = 'administrator' }] of pages.entries())
	test(name, async ({ page, signIn, pageFaults }) => {
		if (signedIn) await signIn(as);
		const shown = typeof path === 'string' ? path : await path(page);
		for (const { lang, prefix } of languages)
			await test.step(lang, async () => {
				await page.emulateMedia({ ...seenAs.light, media: 'screen' });
				await page.setViewportSize(phone);
				const answer = await page.goto(`${prefix}${shown}`.replace(/^(\/en)\/$/, '$1'));
				expect(answer?.status()).toBe(200);
				await settled(page);
				await expectOrdinaryPage(page, lang);
				if (lang === 'en') await expectVietnameseIsMarked(page);
				await lookAt(page, lang === 'vi' ? ['light', 'dark'] : [inTurn(inEnglish, index)]);
				await expectNothingSpills(page);
				await page.setViewportSize(desk);
				await settled(page);
				// The words are others; what is around them on a wide screen isn't.
				await lookAt(page, lang === 'vi' ? inTurn(onDesk, index) : []);
				await expectFitForPaper(page);
			});
		expect(pageFaults).toEqual([]);
	});

test('awards: a unit’s sheet for visits prints on one A4 page and names nobody', async ({
	page,
	signIn,
}) => {
	await signIn('committee');
	await page.goto(`${openRound}/sheet`);
	await settled(page);
	const sheets = await page.getByRole('main').locator('section').count();
	expect(sheets).toBeGreaterThan(2);
	const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(sheets);
	const boxes = [...paper.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
	for (const [, width, height] of boxes) {
		expect(Math.abs(Number(width) - 595)).toBeLessThan(2);
		expect(Math.abs(Number(height) - 842)).toBeLessThan(2);
	}
	expect(boxes).toHaveLength(sheets);
	// A place and a number in its register are all that is printed; the rest is filled in by hand.
	const rows = page.locator('main tbody tr');
	expect(await rows.count()).toBeGreaterThan(10);
	const printed = await rows.evaluateAll((all) =>
		all.map((row) => [...row.children].map((cell) => cell.textContent.trim()).join('|')),
	);
	for (const row of printed)
		expect(row).toMatch(/^(?:Thôn|Tổ dân phố|Bản|Ấp|Khu phố|Buôn|Làng) [^|]+\|[\d.]+\|{5}$/);
});

for (const { lang, prefix } of languages)
	for (const screen of wallScreens)
		test(`wall in ${lang}, ${screen.width} px wide`, async ({ page, signIn, pageFaults }) => {
			await page.setViewportSize(screen);
			await signIn('viewer');
			const answer = await page.goto(`${prefix}/man-hinh-lon`);
			expect(answer?.status()).toBe(200);
			await settled(page);
			await expectOrdinaryPage(page, lang);
			if (lang === 'en') await expectVietnameseIsMarked(page);
			await expectNoSidewaysScrolling(page);
			const height = await page.evaluate(() => document.documentElement.scrollHeight);
			expect(height).toBeLessThanOrEqual(screen.height);
			await expectNoAxeViolations(page);
			expect(pageFaults).toEqual([]);
		});

function inTurn<Turn>(turns: readonly Turn[], index: number): Turn {
	const turn = turns[index % turns.length];
	if (turn === undefined) throw new Error('There are no turns.');
	return turn;
}

/** In each of these, of which the first is looked at for everything and the others for their colours. */
async function lookAt(page: Page, looks: readonly Look[]): Promise<void> {
	await expectNoSidewaysScrolling(page);
	const isForced = (look: Look) => seenAs[look].forcedColors === 'active';
	const expectGrounds = looks.some(isForced) ? await groundsOf(page) : undefined;
	for (const [index, look] of looks.entries()) {
		await page.emulateMedia(seenAs[look]);
		if (isForced(look)) await expectGrounds?.();
		const whole = isForced(look) ? 'all but colours' : 'everything';
		await expectNoAxeViolations(page, index === 0 ? whole : 'colours');
	}
	await page.emulateMedia(seenAs.light);
}

/** Scripts, fonts and the lazily loaded map are there. A socket stays open, so this ends. */
async function settled(page: Page): Promise<void> {
	await page.waitForLoadState('networkidle');
	await page.evaluate(() => document.fonts.ready);
}

async function expectOrdinaryPage(page: Page, lang: string): Promise<void> {
	await expect(page.locator('html')).toHaveAttribute('lang', lang);
	await expect(page).toHaveTitle(/\S/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
	await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
	const links = await page
		.locator('a[href^="/"], form[action^="/"]')
		.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? one.getAttribute('action')));
	const elsewhere = links.filter((link) => link && soleAddress(link.replace(/[?#].*/s, '')));
	expect(elsewhere, 'links that lead on to another address').toEqual([]);
}
