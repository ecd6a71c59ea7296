import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import type { Snapshot } from '../../src/lib/contracts/events';
import { searchKey } from '../../src/lib/contracts/text/search-key';
import { createFormat } from '../../src/lib/messages/format';
import { vi } from '../../src/lib/messages/vi';
import { open } from '../../src/lib/messages/vi/open';
import { serverAddress } from './environment';
import { expect, expectNoSidewaysScrolling, test } from './fixtures';
import { communeOf, reporting } from './reporting';

/** What people come for, from the home page to what they take along. */

const format = createFormat('vi', vi);

test('an old phone on a slow line, without scripts: a citizen finds their commune and whom to ask', async ({
	browser,
	request,
}) => {
	const snapshot = (await (await request.get('/api/v1/snapshot')).json()) as Snapshot;
	const unit = snapshot.units.find(({ id }) =>
		snapshot.figures.some(({ unitId }) => unitId === id),
	);
	if (!unit) throw new Error('The demo province has approved figures.');
	const phone = await browser.newContext({
		...{ baseURL: serverAddress, javaScriptEnabled: false },
		viewport: { width: 360, height: 640 },
	});
	const page = await phone.newPage();
	const line = await phone.newCDPSession(page);
	const bytesPerSecond = 50_000;
	await line.send('Network.emulateNetworkConditions', {
		...{ offline: false, latency: 400 },
		...{ downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond },
	});
	await page.goto('/');
	await expectNoSidewaysScrolling(page);
	await page.getByRole('combobox', { name: vi.search.title }).fill(searchKey(unit.name));
	await page.keyboard.press('Enter');
	const main = page.getByRole('main');
	await main
		.getByRole('link', { name: format.unitName(unit) })
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(format.unitName(unit));
	await expect(main).toContainText(vi.common.measures.allFive);
	await expect(main).toContainText(format.month(snapshot.period.code));
	await expectNoSidewaysScrolling(page);
	const office = main.getByRole('region', { name: vi.contacts.title });
	await expect(office.locator('a[href^="tel:"], a[href^="mailto:"]').first()).toBeVisible();
	await phone.close();
});

/** Goes on by the tabulator until the focus is on such a link, and follows it. */
async function follow(page: Page, href: RegExp): Promise<void> {
	const focused = () =>
		page.evaluate(() => document.activeElement?.getAttribute('href') ?? '').catch(() => '');
	for (let stops = 0; stops < 150; stops += 1) {
		await page.keyboard.press('Tab');
		if (href.test(await focused())) {
			await page.keyboard.press('Enter');
			return;
		}
	}
	throw new Error(`No stop of the keyboard leads to ${href.source}.`);
}

test('a journalist goes by keyboard from the home page to a file with definitions, which stays as it was cited', async ({
	page,
	request,
	browser,
}) => {
	await page.goto('/');
	await follow(page, /^\/du-lieu$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(open.openData.title);
	const lasting = /^\/du-lieu\/\d{4}-\d\d\/\d+\/communes\.csv$/;
	const downloading = page.waitForEvent('download');
	await follow(page, lasting);
	const download = await downloading;
	const address = new URL(download.url()).pathname;
	const bytes = await readFile(await download.path());
	const rows = parse<Record<string, string>>(bytes, { columns: true, bom: true });

	const described = address.replace('communes.csv', 'datapackage.json');
	const manifest = (await (await request.get(described)).json()) as {
		rows: number;
		licenses: { name: string }[];
		resources: { path: string; hash: string; schema: { fields: { name: string }[] } }[];
	};
	const resource = manifest.resources.find(({ path }) => path === 'communes.csv');
	expect(rows).toHaveLength(manifest.rows);
	expect(resource?.hash).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
	// What each column means, and how to cite it, stand on the page.
	const columns = Object.keys(rows[0] ?? {});
	expect(columns).toEqual(resource?.schema.fields.map(({ name }) => name));
	expect(await page.locator('dt code').allTextContents()).toEqual(columns);
	for (const definition of await page.locator('dl dd').allTextContents())
		expect(definition).toMatch(/\S/);
	await expect(page.getByText(open.openData.licence.text)).toBeVisible();
	await expect(page.getByRole('link', { name: 'CC BY 4.0' })).toBeVisible();
	expect(manifest.licenses[0]?.name).toBe('CC-BY-4.0');

	// The sentence to cite it by leads back to it.
	const [, month = '', number = ''] = address.split('/').slice(1);
	await page.goto(`/du-lieu/${month}`);
	const citation = await page.locator('blockquote').innerText();
	expect(citation).toContain(`số thay đổi ${number},`);
	await page.goto(/http\S+$/.exec(citation)?.[0] ?? '');
	await expect(page.locator(':target')).toContainText(`Bản số ${number}`);

	const { snapshot, submit, approve } = await reporting(() => browser.newContext(), month);
	const commune = communeOf(await snapshot(), 'journalist');
	const { code, register } = commune;
	await approve(code, await submit(code, register - 9));
	const newest = await request.get(`/du-lieu/${month}/communes.csv`);
	expect(newest.headers()['content-location']).not.toBe(address);
	expect((await newest.body()).equals(bytes)).toBe(false);
	expect((await (await request.get(address)).body()).equals(bytes)).toBe(true);

	// What is replaced is told: of which commune and month, old, new, when and why.
	const revision = await submit(code, register - 12);
	await approve(code, revision, { cause: 'miscounted' });
	await page.goto('/thay-doi');
	const told = page
		.getByRole('main')
		.getByRole('listitem')
		.filter({
			has: page.getByRole('heading', {
				name: new RegExp(`^${format.unitName(commune)} ?, ${format.month(month)}$`),
			}),
		})
		.first();
	const count = (households: number) => format.number(households);
	const row = told.getByRole('row').nth(1);
	await expect(row.getByRole('rowheader')).toHaveText(vi.common.measures.allFive);
	await expect(row.locator('del')).toContainText(`trong ${count(register - 9)}`);
	await expect(row.locator('ins')).toContainText(`trong ${count(register - 12)}`);
	await expect(told.locator('time')).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\dT[\d:]+Z$/);
	await expect(told).toContainText(open.corrections.why(open.causes.miscounted));
	await expect(told.locator(`a[href="/du-lieu/${month}"]`)).toBeVisible();
	// It explains the commune's line as well.
	await page.goto(`/xa/${code}`);
	await expect(page.getByRole('region', { name: open.around.events.title })).toContainText(
		open.around.events.corrected(format.month(month), open.causes.miscounted),
	);
});

test('a village announcer prints what is read out, in large letters on one sheet', async ({
	page,
}) => {
	await page.goto('/');
	await page.locator('a[href^="/xa/"]').first().click();
	await page.getByRole('link', { name: 'Bài đọc trên loa' }).click();
	const script = page.getByRole('article');
	await expect(script).toContainText('phần trăm');
	await page.evaluate(() => {
		window.print = () => document.body.setAttribute('data-printed', 'yes');
	});
	await page.getByRole('button', { name: open.announcement.print }).click();
	await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
	await page.emulateMedia({ media: 'print' });
	const size = await script.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
	expect(size).toBeGreaterThan(26);
	await expect(page.getByRole('button', { name: open.announcement.print })).toBeHidden();
	const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
	expect(paper.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
});

test('"my commune" is chosen, still there after the page is loaded anew, and forgotten', async ({
	page,
	request,
}) => {
	const snapshot = (await (await request.get('/api/v1/snapshot')).json()) as Snapshot;
	const unit = snapshot.units[4];
	if (!unit) throw new Error('The demo province has communes.');
	const name = format.unitName(unit);
	const t = vi.home.mine;
	await page.goto('/');
	await page.getByRole('button', { name: t.choose }).click();
	const field = page.getByRole('region', { name: vi.home.ways }).getByRole('combobox');
	await field.pressSequentially(searchKey(unit.name));
	await page.getByRole('option', { name }).first().click();
	const mine = page.getByRole('region', { name: vi.home.ways }).getByRole('link', { name });
	await expect(mine).toBeVisible();
	await page.reload();
	await expect(mine).toHaveAttribute('href', new RegExp(`^/xa/${unit.code}-`));
	await page.goto('/en');
	await expect(page.locator(`.mine a[href^="/en/xa/${unit.code}-"]`)).toBeVisible();
	await page.goto('/');
	await page.getByRole('button', { name: t.forget }).click();
	await expect(mine).toHaveCount(0);
	await page.reload();
	await expect(page.getByRole('button', { name: t.choose })).toBeVisible();
	expect(await page.evaluate(() => Object.keys(localStorage))).not.toContain('xa-cua-toi');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('every download is a link that leads to its file', async ({ page, request }) => {
		await page.goto('/');
		const commune = (await page.locator('a[href^="/xa/"]').first().getAttribute('href')) ?? '';
		const files = /\.(csv|json|geojson|xlsx|jsonld|svg|png|txt|xml)(\?|$)/;
		const found = new Map<string, string>();
		for (const path of ['/', commune, '/du-lieu', '/thay-doi', '/thi-dua-cong-khai/1']) {
			await page.goto(path);
			const links = await page.locator('main a[href]').evaluateAll((all) =>
				all.map((link) => ({
					href: link.getAttribute('href') ?? '',
					isDownload: link.hasAttribute('download'),
				})),
			);
			for (const { href, isDownload } of links)
				// The files of former months are like those of the newest.
				if (isDownload || files.test(href))
					found.set(href.replace(/\d{4}-\d\d\/\d+/, 'edition'), href);
		}
		const endings = new Set([...found.values()].map((href) => files.exec(href)?.[1]));
		expect([...endings]).toEqual(
			expect.arrayContaining(['csv', 'json', 'geojson', 'xlsx', 'jsonld', 'svg', 'png', 'txt']),
		);
		for (const href of found.values()) {
			const answer = await request.get(href);
			expect([href, answer.status()]).toEqual([href, 200]);
			expect([href, answer.headers()['content-type']]).not.toEqual([href, undefined]);
			expect((await answer.body()).toString()).not.toMatch(/^<!doctype html/i);
			expect((await answer.body()).length).toBeGreaterThan(0);
		}
	});
});
