import { createHash } from 'node:crypto';
import { readMeasure } from '../../src/lib/contracts/coverage';
import type { Snapshot } from '../../src/lib/contracts/events';
import { createFormat } from '../../src/lib/messages/format';
import { vi } from '../../src/lib/messages/vi';
import { open } from '../../src/lib/messages/vi/open';
import { expect, test } from './fixtures';
import { pathOf, someCommune } from './some-commune';

/** What is published for whoever counts for themselves: data sets, files, indicators, feeds. */

const format = createFormat('vi', vi);

test.describe.configure({ mode: 'parallel' });

test('pages of figures name their data set for machines', async ({ page, request }) => {
	const { code } = await someCommune(request);
	for (const path of ['/du-lieu', `/xa/${code}`, '/chi-so/allFiveShare']) {
		await page.goto(path);
		const text = await page.locator('script[type="application/ld+json"]').textContent();
		const dataset = JSON.parse(text ?? '') as {
			'@type': string;
			distribution: { contentUrl: string }[];
		};
		expect(dataset['@type']).toBe('Dataset');
		const files = dataset.distribution.map(({ contentUrl }) => pathOf(contentUrl));
		expect(files).toHaveLength(4);
		expect((await request.get(files[0] ?? '')).status()).toBe(200);
	}
	const catalogue = await (await request.get('/du-lieu/dcat.jsonld')).text();
	const names = [...catalogue.matchAll(/"@id": "([^"]+#ban-[^"]+)"/g)].map(([, name = '']) => name);
	expect(names.length).toBeGreaterThan(0);
	for (const name of names) {
		const { pathname, hash } = new URL(name);
		expect(await (await request.get(pathname)).text()).toContain(`<tr id="${hash.slice(1)}"`);
	}
});

test('a file of open data is checked by what lies beside it, under the name that it is saved by', async ({
	request,
}) => {
	const file = await request.get('/du-lieu/latest/communes.csv');
	const { link = '', 'content-disposition': disposition = '' } = file.headers();
	const beside = /<([^>]+SHA256SUMS)>; rel="describedby"/.exec(link)?.[1] ?? '';
	const answer = await request.get(beside);
	expect(answer.headers()['content-type']).toBe('text/plain; charset=utf-8');
	const sums = await answer.text();
	const bytes = await file.body();
	const hash = createHash('sha256').update(bytes).digest('hex');
	const [, name] = /filename="([^"]+)"/.exec(disposition) ?? [];
	expect(sums).toContain(`\n${hash}  ${name}\n`);
	const rows = Number(/^# rows: (\d+)$/m.exec(sums)?.[1]);
	expect(bytes.toString().trim().split('\r\n')).toHaveLength(rows + 1);
	expect(name).toContain(/^# period: (.+)$/m.exec(sums)?.[1] ?? 'no month');
	const workbook = await request.get('/du-lieu/latest/communes.xlsx');
	const packed = createHash('sha256')
		.update(await workbook.body())
		.digest('hex');
	expect(sums).toContain(`\n${packed}  ${name?.replace('.csv', '.xlsx')}\n`);
});

test('a page about an indicator says how it is counted, and what is published of it', async ({
	page,
	request,
}) => {
	const snapshot = (await (await request.get('/api/v1/snapshot')).json()) as Snapshot;
	const t = open.indicatorPages;
	await page.goto('/chi-so/allFiveShare');
	const meaning = page.getByRole('region', { name: t.meaning });
	for (const [term, text] of [
		[t.formula, 'Hộ đủ năm kỹ năng ÷ Hộ gia đình'],
		[t.unit, 'tỷ lệ'],
		[t.source, '§'],
		[t.since, /tháng \d+\/\d{4}/],
		[t.reportedBy, t.nobody],
		[t.code, 'allFiveShare'],
	] as const)
		await expect(meaning.locator(`dt:text-is("${term}") + dd`)).toContainText(text);
	await expect(meaning.getByRole('heading', { name: t.weaknesses })).toBeVisible();
	await expect(meaning.getByRole('listitem')).toContainText([
		...[t.weak.volunteers, t.weak.coverage, t.weak.hidden],
	]);
	await expect(page.getByRole('link', { name: t.map })).toHaveAttribute(
		'href',
		`/?ky-nang=allFive&thang=${snapshot.period.code}`,
	);
	const drawn = page.getByRole('region', { name: t.mapTitle(format.month(snapshot.period.code)) });
	const picture = drawn.getByRole('img', { name: /^Bản đồ tỉnh .*: .* của từng xã, phường$/ });
	await expect(picture).toHaveAttribute('loading', 'lazy');
	await picture.scrollIntoViewIfNeeded();
	await expect
		.poll(() =>
			picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth),
		)
		.toBe(1_200);
	const communes = snapshot.units.filter(({ level }) => level === 'commune').length;
	await expect(drawn).toContainText(t.mapCaption(format.number(communes)));
	const rows = page.getByRole('region', { name: t.table(format.month(snapshot.period.code)) });
	for (const unit of snapshot.units.slice(0, 12)) {
		const figures = snapshot.figures.find(({ unitId }) => unitId === unit.id);
		const reading = readMeasure(figures, 'allFive', unit.register);
		const row = rows.getByRole('row').filter({
			has: page.getByRole('link', { name: format.unitName(unit), exact: true }),
		});
		const text = reading.kind === 'share' ? format.share(reading.share) : t[reading.kind];
		await expect(row.getByRole('cell').first()).toHaveText(text);
	}
	const own = snapshot.figures.find(({ unitId }) => unitId === snapshot.scope.id);
	const province = readMeasure(own, 'allFive', snapshot.scope.register);
	await page.getByText(vi.map.asTable).click();
	const trend = page.getByRole('region', { name: t.trend });
	await expect(trend.getByRole('row').nth(1).getByRole('cell').first()).toHaveText(
		province.kind === 'share' ? format.share(province.share) : t.none,
	);
	await expect(trend.getByRole('cell', { name: /sắp xếp đơn vị \d/ })).toBeVisible();

	await page.goto('/chi-so/outreachSessions');
	await expect(meaning.locator(`dt:text-is("${t.formula}") + dd`)).toHaveText(t.count);
	await expect(meaning.locator(`dt:text-is("${t.reportedBy}") + dd`)).toContainText(
		t.places.village,
	);
	await expect(meaning.locator(`dt:text-is("${t.source}") + dd`)).toContainText('§2.1');

	await page.goto('/chi-so/villagesRequired');
	await expect(meaning.locator(`dt:text-is("${t.reportedBy}") + dd`)).toHaveText(t.places.commune);
	await expect(page.getByRole('img')).toHaveCount(0);
});

test('a feed never says more than the page that it leads to', async ({ page, request }) => {
	const { code } = await someCommune(request);
	await page.goto(`/xa/${code}`);
	const feed = await page.locator('link[type="application/atom+xml"]').getAttribute('href');
	const xml = await (await request.get(feed ?? '')).text();
	const entries = [...xml.matchAll(/<entry>.*?<\/entry>/gs)].map(([entry]) => entry);
	expect(entries.length).toBeGreaterThan(0);
	const newest = new Map<string, string>();
	for (const entry of entries) {
		const link = /<link href="([^"]+)"/.exec(entry)?.[1] ?? '';
		if (!newest.has(link)) newest.set(link, entry);
	}
	for (const [link, entry] of [...newest].slice(0, 4)) {
		const share = /(\d+,\d)%/.exec(entry)?.[1];
		await page.goto(pathOf(link));
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		if (share) await expect(page.getByText(`${share}%`).first()).toBeVisible();
	}
	const corrections = await (await request.get('/thay-doi/atom.xml')).text();
	await page.goto('/thay-doi');
	const titles = [...corrections.matchAll(/<entry>\s*<title[^>]*>(?:<!\[CDATA\[)?([^<\]]+)/g)];
	for (const [, title = ''] of titles.slice(0, 5))
		await expect(page.getByText(title.split(',')[0] ?? '').first()).toBeVisible();
});
