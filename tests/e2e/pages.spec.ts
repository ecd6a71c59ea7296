import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures';

interface OnePage {
	name: string;
	/** In Vietnamese; English puts `/en` in front. */
	path: string | ((page: Page) => Promise<string>);
	signedIn?: true;
}

async function someCommune(page: Page): Promise<string> {
	await page.goto('/');
	const link = page.locator('a[href^="/xa/"]').first();
	return (await link.getAttribute('href')) ?? '';
}

/** The first entry of a list. */
async function firstOf(page: Page, list: string): Promise<string> {
	await page.goto(list);
	const link = page.locator(`main li a[href^="${list}/"]`).first();
	return (await link.getAttribute('href')) ?? '';
}

async function someTeam(page: Page): Promise<string> {
	await page.goto('/to-cong-nghe-so?cap=thon&loai=cnscd');
	// Not one of the first, which other tests merge.
	const link = page.locator('tbody a[href^="/to-cong-nghe-so/"]').nth(10);
	return (await link.getAttribute('href')) ?? '';
}

async function someMember(page: Page): Promise<string> {
	await page.goto(await someTeam(page));
	const link = page.locator('a[href*="/members/"]:not([href$="/new"])').first();
	return (await link.getAttribute('href')) ?? '';
}

async function placeWithoutTeam(page: Page): Promise<string> {
	await page.goto('/to-cong-nghe-so?xem=chua-co-to');
	const link = page.locator('tbody a[href*="/new?"]').last();
	return (await link.getAttribute('href')) ?? '';
}

const pages: OnePage[] = [
	{ name: 'map', path: '/' },
	{ name: 'commune', path: someCommune },
	{ name: 'present boundaries', path: '/dia-gioi-hien-nay' },
	{ name: 'search', path: '/tim-xa' },
	{ name: 'method', path: '/phuong-phap' },
	{ name: 'sign-in', path: '/dang-nhap' },
	{ name: 'good practices', path: '/cach-lam-hay' },
	{ name: 'targets', path: '/chi-tieu', signedIn: true },
	{ name: 'practices desk', path: '/gui-cach-lam-hay', signedIn: true },
	{ name: 'library', path: '/tai-lieu', signedIn: true },
	{ name: 'brief', path: '/tom-tat', signedIn: true },
	{ name: 'ranking', path: '/xep-hang', signedIn: true },
	{ name: 'reports', path: '/bao-cao', signedIn: true },
	{ name: 'state of reporting', path: '/bao-cao/status', signedIn: true },
	{ name: 'delegations', path: '/uy-quyen', signedIn: true },
	{ name: 'deadlines', path: '/quan-tri/deadlines', signedIn: true },
	{ name: 'report files', path: '/bao-cao/files', signedIn: true },
	{ name: 'official report', path: '/bao-cao/official', signedIn: true },
	{ name: 'teams', path: '/to-cong-nghe-so', signedIn: true },
	{ name: 'team', path: someTeam, signedIn: true },
	{ name: 'badges', path: async (page) => `${await someTeam(page)}/badges`, signedIn: true },
	{
		name: 'change of a team',
		path: async (page) => `${await someTeam(page)}/edit`,
		signedIn: true,
	},
	{ name: 'merger', path: async (page) => `${await someTeam(page)}/merge`, signedIn: true },
	{ name: 'member', path: someMember, signedIn: true },
	{
		name: 'new member',
		path: async (page) => `${await someTeam(page)}/members/new`,
		signedIn: true,
	},
	{ name: 'places without a team', path: '/to-cong-nghe-so?xem=chua-co-to', signedIn: true },
	{ name: 'new team', path: placeWithoutTeam, signedIn: true },
	{ name: 'composition rules', path: '/quan-tri/rules', signedIn: true },
	{ name: 'rule from a document', path: '/quan-tri/rules?mau=004-village-leader', signedIn: true },
	{ name: 'account', path: '/tai-khoan', signedIn: true },
	{ name: 'team files', path: '/to-cong-nghe-so/import', signedIn: true },
	{ name: 'sign-in by code', path: '/dang-nhap/code' },
	{ name: 'administration', path: '/quan-tri', signedIn: true },
	{ name: 'accounts', path: '/quan-tri/users', signedIn: true },
	{ name: 'one account', path: '/quan-tri/users/e2e-own', signedIn: true },
	{ name: 'new account', path: '/quan-tri/users/new', signedIn: true },
	{ name: 'leaders', path: '/quan-tri/leaders', signedIn: true },
	{ name: 'units', path: '/quan-tri/units', signedIn: true },
	{ name: 'catalogue', path: '/quan-tri/catalogue', signedIn: true },
	{ name: 'personal data', path: '/quan-tri/personal-data', signedIn: true },
	{ name: 'audit log', path: '/quan-tri/log', signedIn: true },
	{ name: 'entry', path: '/nhap-lieu', signedIn: true },
	{ name: 'activities', path: '/hoat-dong', signedIn: true },
	{ name: 'new activity', path: '/hoat-dong/new', signedIn: true },
	{ name: 'one activity', path: (page) => firstOf(page, '/hoat-dong'), signedIn: true },
	{ name: 'tickets', path: '/kien-nghi', signedIn: true },
	{ name: 'new ticket', path: '/kien-nghi/new', signedIn: true },
	{ name: 'one ticket', path: (page) => firstOf(page, '/kien-nghi'), signedIn: true },
];
const languages = [
	{ lang: 'vi', prefix: '' },
	{ lang: 'en', prefix: '/en' },
];
const phone = { width: 360, height: 740 };
const desk = { width: 1440, height: 900 };
const wallScreens = [
	{ width: 1920, height: 1080 },
	{ width: 3840, height: 2160 },
];

for (const { name, path, signedIn } of pages)
	for (const { lang, prefix } of languages)
		test(`${name} in ${lang}`, async ({ page, signIn, pageFaults }) => {
			if (signedIn) await signIn('administrator');
			const shown = typeof path === 'string' ? path : await path(page);
			await page.setViewportSize(phone);
			const answer = await page.goto(`${prefix}${shown}`.replace(/^(\/en)\/$/, '$1'));
			expect(answer?.status()).toBe(200);
			await settled(page);
			await expectOrdinaryPage(page, lang);
			for (const screen of [phone, desk]) {
				await page.setViewportSize(screen);
				await settled(page);
				await test.step(`${screen.width} px wide`, () => expectNoSidewaysScrolling(page));
				for (const colorScheme of ['light', 'dark'] as const) {
					await page.emulateMedia({ colorScheme });
					await test.step(`${colorScheme}, ${screen.width} px wide`, () =>
						expectNoAxeViolations(page));
				}
			}
			expect(pageFaults).toEqual([]);
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
			await expectNoSidewaysScrolling(page);
			const height = await page.evaluate(() => document.documentElement.scrollHeight);
			expect(height).toBeLessThanOrEqual(screen.height);
			await expectNoAxeViolations(page);
			expect(pageFaults).toEqual([]);
		});

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
}
