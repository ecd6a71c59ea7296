import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { searchKey } from '../../src/lib/contracts/text/search-key';
import { mapMeasures, readMeasure } from '../../src/lib/contracts/coverage';
import { vi } from '../../src/lib/messages/vi';
import { open } from '../../src/lib/messages/vi/open';
import { serverAddress } from './environment';
import { expectNoAxeViolations, expectNoAxeViolationsInEitherScheme } from './fixtures';
import { scan } from './scan';
import { format, shownCommune, slugOf } from './shown-commune';

const contentWidth = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

test('the page says in one sentence and five bars what the map shows', async ({
	page,
	request,
}) => {
	const { unit, figures, reading, snapshot } = await shownCommune(request);
	await page.goto(`/xa/${unit.code}`);
	await expect(page).toHaveURL(`/xa/${slugOf(unit)}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(format.unitName(unit));
	await expect(page.getByRole('main')).toContainText(
		open.commune.outOf(format.number(reading.able), format.number(reading.base)),
	);
	for (const measure of mapMeasures.slice(1)) {
		const skill = readMeasure(figures, measure, unit.register);
		if (skill.kind !== 'share' || skill.able === 0) continue;
		const row = page.locator('dl > div', { has: page.getByText(vi.common.measures[measure]) });
		await expect(row.first()).toContainText(format.share(skill.share));
	}
	await expect(page.getByText(open.commune.provenance)).toBeVisible();
	await expect(page.getByRole('main')).toContainText(format.month(snapshot.period.code));
});

test('the page says how far the target is, what explains the line, what was done and raised, and what lies around', async ({
	page,
	request,
}) => {
	const { unit, reading, snapshot } = await shownCommune(request);
	const t = open.around;
	await page.goto(`/xa/${unit.code}`);
	const main = page.getByRole('main');
	const said = (await main.textContent()) ?? '';
	const [, left, goal, reached] =
		/Còn ([\d.]+) hộ nữa là đạt chỉ tiêu ([\d,]+)%|Đã đạt chỉ tiêu ([\d,]+)%/.exec(said) ?? [];
	const share = Number((goal ?? reached ?? '').replace(',', '.')) / 100;
	const needed = Math.ceil(share * reading.base) - reading.able;
	if (left === undefined) expect(needed).toBeLessThanOrEqual(0);
	else expect(Number(left.replace('.', ''))).toBe(needed);

	const region = (name: string) => main.getByRole('region', { name });
	await expect(region(t.events.title).getByRole('listitem').first()).toBeVisible();
	await expect(region(t.events.title)).toContainText('Giao chỉ tiêu năm');
	const done = region(t.activities.title(format.month(snapshot.period.code)));
	await expect(done.getByRole('listitem').first()).toContainText(/\d/);
	const raised = region(t.difficulties.title);
	await expect(raised).toContainText(/Đã nêu \d+ khó khăn|Chưa nêu khó khăn/);
	await expect(raised.getByRole('link', { name: t.difficulties.ledger })).toBeVisible();
	for (const name of [t.neighbours, t.alike]) {
		const [first, second] = await region(name).getByRole('link').all();
		await expect(first ?? region(name)).toHaveAttribute('href', /^\/xa\/\d+-/);
		await expect(second ?? region(name)).toHaveAttribute(
			'href',
			new RegExp(`^/so-sanh\\?xa=${unit.code}&xa=\\d+$`),
		);
	}
	// A text is there before the fonts are that are fetched for it.
	const fetched = await page.evaluate(() =>
		[...document.fonts]
			.filter(({ family }) => family.replaceAll('"', '') === 'Be Vietnam Pro')
			.map(({ display }) => display),
	);
	expect(new Set(fetched)).toEqual(new Set(['swap']));
});

test('the page as it stood on a day is asked for by that day', async ({ page, request }) => {
	const { unit, snapshot } = await shownCommune(request);
	const t = open.around.asOf;
	await page.goto(`/xa/${unit.code}`);
	const day = `${snapshot.period.code}-02`;
	await page.getByLabel(t.label).fill(day);
	await page.getByRole('button', { name: t.submit }).click();
	await expect(page).toHaveURL(`/xa/${unit.code}/${day}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		t.heading(format.unitName(unit), format.date(day)),
	);
	await page.getByRole('link', { name: t.now }).click();
	await expect(page).toHaveURL(`/xa/${slugOf(unit)}`);
});

test('any name behind the code leads to the one address', async ({ page, request }) => {
	const { unit } = await shownCommune(request);
	await page.goto(`/xa/${unit.code}-ten-khac?thang=2026-01`).catch(() => undefined);
	await expect(page).toHaveURL(new RegExp(`/xa/${slugOf(unit)}\\?thang=2026-01$`));
});

test('the months lead back and forth', async ({ page, request }) => {
	const { unit } = await shownCommune(request);
	await page.goto(`/xa/${unit.code}`);
	const months = page.getByRole('navigation', { name: open.commune.months });
	const shown = await months.getByRole('strong').textContent();
	await months.locator('a[rel=prev]').click();
	await expect(page).toHaveURL(/thang=\d{4}-\d{2}$/);
	await expect(months.getByRole('strong')).not.toHaveText(shown ?? '');
	await months.locator('a[rel=next]').click();
	await expect(months.getByRole('strong')).toHaveText(shown ?? '');
});

test('the page weighs little and needs no script', async ({ page, request }) => {
	const { unit } = await shownCommune(request);
	const response = await request.get(`/xa/${slugOf(unit)}`);
	const html = await response.text();
	// Blocks of data for search engines are no programs; whatever else stands in a script would run.
	expect(html.replaceAll('<script type="application/ld+json">', '')).not.toMatch(/<script/i);
	expect(html).not.toContain('modulepreload');
	const fetched = html.match(/@font-face\s*\{[^}]*url\([^}]*\}/g) ?? [];
	expect(fetched.length).toBeGreaterThan(3);
	// No letter waits for its font.
	expect(fetched.filter((face) => !/font-display:\s*swap/.test(face))).toEqual([]);
	await page.goto(`/xa/${slugOf(unit)}`);
	const sheets = await page
		.locator('link[rel=stylesheet]')
		.evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
	let bytes = gzipSync(html).length;
	for (const sheet of sheets)
		bytes += gzipSync(Buffer.from(await (await request.get(sheet)).body())).length;
	expect(bytes).toBeLessThan(60_000);
});

test('a village announcer takes along what is read out, and a few lines for a message', async ({
	page,
	request,
}) => {
	const { unit } = await shownCommune(request);
	await page.goto(`/xa/${unit.code}`);
	await page.getByRole('link', { name: 'Bài đọc trên loa' }).click();
	await expect(page).toHaveURL(`/xa/${unit.code}/loa`);
	const script = page.getByRole('article');
	await expect(script).toContainText(
		`bà con ${vi.common.kinds[unit.kind].toLowerCase()} ${unit.name}.`,
	);
	await expect(script).toContainText('phần trăm');
	await expect(script).not.toContainText(/\d|%/);
	const card = await request.get(`/xa/${unit.code}.txt`);
	expect(card.headers()['content-type']).toBe('text/plain; charset=utf-8');
	const text = await card.text();
	expect(Buffer.byteLength(text)).toBeLessThanOrEqual(500);
	expect(text).toContain(format.unitName(unit));
	expect(text.trim().split('\n').at(-1)).toMatch(new RegExp(`^http.*/xa/${unit.code}$`));
	for (const absent of ['/xa/99999.txt', `/xa/${unit.code}.txt?thang=2019-01`]) {
		const answer = await request.get(absent);
		expect([answer.status(), answer.headers()['content-type']]).toEqual([
			404,
			'text/plain; charset=utf-8',
		]);
		expect(await answer.text()).toMatch(/Không có xã, phường[^\n]+\nhttp\S+\/tim-xa\n$/);
	}
});

test('an unknown code answers 404 with a search', async ({ page }) => {
	const response = await page.goto('/xa/00000');
	expect(response?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(open.commune.notFoundTitle);
	await expect(page.getByRole('searchbox')).toBeVisible();
	await expectNoAxeViolations(page);
	for (const address of ['/xa/00000/2023-04-10', '/xa/00000/2023-02-30', '/xa/00000/9999-01-01'])
		expect((await page.goto(address))?.status()).toBe(404);
});

test('the search finds a commune without accents', async ({ page, request }) => {
	const { unit } = await shownCommune(request);
	await page.goto('/tim-xa');
	await page.locator('main [name=q]').fill(searchKey(unit.name));
	await page.getByRole('button', { name: vi.search.submit }).click();
	await expect(page).toHaveURL(/\/tim-xa\?q=/);
	await page.locator(`a[href="/xa/${slugOf(unit)}"]`).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(format.unitName(unit));
});

test('a search says when it was too short, or found nothing', async ({ page }) => {
	await page.goto('/tim-xa?q=x');
	await expect(page.getByRole('status').filter({ hasText: vi.search.tooShort })).toBeVisible();
	await page.goto('/tim-xa?q=qwertyuiop');
	await expect(
		page.getByRole('status').filter({ hasText: vi.search.none('qwertyuiop') }),
	).toBeVisible();
	await expectNoAxeViolations(page);
});

for (const width of [360, 1440])
	for (const prefix of ['', '/en'])
		test(`pages are accessible and fit: ${prefix || '/'}, ${width}`, async ({ page, request }) => {
			const { unit } = await shownCommune(request);
			await page.setViewportSize({ width, height: 800 });
			for (const path of [`/xa/${slugOf(unit)}`, `/tim-xa?q=${unit.code}`, '/phuong-phap']) {
				await page.goto(`${prefix}${path}`);
				// What is folded away counts as well.
				for (const summary of await page.locator('main summary').all()) await summary.click();
				expect(await contentWidth(page)).toBeLessThanOrEqual(width);
				await expectNoAxeViolationsInEitherScheme(page);
			}
		});

test('a commune fits one sheet of paper, even the one of most villages', async ({
	page,
	request,
}) => {
	const { unit, snapshot } = await shownCommune(request);
	const most = snapshot.units.toSorted((one, other) => other.reportsRequired - one.reportsRequired);
	expect(most[0]?.reportsRequired).toBeGreaterThan(20);
	for (const { code } of [unit, ...most.slice(0, 2)]) {
		await page.goto(`/xa/${code}`);
		const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
		expect(paper.match(/\/Type\s*\/Page\b/g), code).toHaveLength(1);
	}
});

test('its villages are points in its outline, each with what the table says of it, and the page says that it is a diagram', async ({
	page,
	request,
}) => {
	const { unit } = await shownCommune(request);
	await page.goto(`/xa/${unit.code}`);
	await expect(page.getByText(open.commune.villagesMap.note)).toBeVisible();
	const rows = await page
		.getByRole('table', { name: open.commune.villagesCaption })
		.locator('tbody tr')
		.evaluateAll((all) =>
			all.map((row) => {
				const name = row.querySelector('th')?.firstChild?.textContent?.trim();
				return [name, row.querySelector('.share')?.textContent.trim()];
			}),
		);
	const titles = await page.locator('figure.coverage circle title').allTextContents();
	expect(titles).toHaveLength(rows.length);
	const told = new Map(titles.map((title) => title.split(': ') as [string, string]));
	for (const [name = '', share = ''] of rows) if (share !== '–') expect(told.get(name)).toBe(share);
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByText(open.commune.villagesMap.note)).toBeHidden();
});

test('the code on the printed sheet leads to the page that was printed, and is on paper alone', async ({
	browser,
	request,
}) => {
	const { unit, snapshot } = await shownCommune(request);
	const context = await browser.newContext({ baseURL: serverAddress, deviceScaleFactor: 6 });
	const page = await context.newPage();
	const month = snapshot.period.code;
	for (const query of ['', `?thang=${month}`]) {
		await page.emulateMedia({ media: 'screen' });
		await page.goto(`/xa/${slugOf(unit)}${query}`);
		await expect(page.getByRole('img', { name: open.around.code })).toHaveCount(0);
		await page.emulateMedia({ media: 'print' });
		const address = (await scan(page.getByRole('img', { name: open.around.code }))) ?? '';
		expect(address).toBe(`${serverAddress}/xa/${unit.code}${query}`);
		await expect(
			page.getByText(address.replace(/^https?:\/\//, ''), { exact: true }),
		).toBeVisible();
		await page.goto(address);
		await expect(page).toHaveURL(`/xa/${slugOf(unit)}${query}`);
	}
	await context.close();
});
