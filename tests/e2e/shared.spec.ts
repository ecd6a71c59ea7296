import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIRequestContext } from '@playwright/test';
import { readMeasure } from '../../src/lib/contracts/coverage';
import { cardSize } from '../../src/lib/contracts/picture-sizes';
import type { Snapshot } from '../../src/lib/contracts/events';
import { createFormat } from '../../src/lib/messages/format';
import { inSentence } from '../../src/lib/messages/vi/in-sentence';
import { vi } from '../../src/lib/messages/vi';
import { open } from '../../src/lib/messages/vi/open';
import { serverAddress } from './environment';
import { expect, expectNoSidewaysScrolling, test } from './fixtures';

/** What leaves the site: pictures, frames, feeds, descriptions for machines. */

const format = createFormat('vi', vi);

async function someCommune(request: APIRequestContext) {
	const snapshot = (await (await request.get('/api/v1/snapshot')).json()) as Snapshot;
	const unit = snapshot.units.find(({ id }) =>
		snapshot.figures.some(({ unitId }) => unitId === id),
	);
	if (!unit) throw new Error('The demo province has approved figures.');
	return { ...unit, month: snapshot.period.code };
}

const pathOf = (address: string) => address.replace(serverAddress, '');

/** The answer of a request whose content is a PNG, with its size. */
async function pngOf(request: APIRequestContext, address: string) {
	const answer = await request.get(pathOf(address));
	const body = await answer.body();
	return {
		type: answer.headers()['content-type'],
		signature: body.subarray(1, 4).toString(),
		size: [body.readUInt32BE(16), body.readUInt32BE(20)],
	};
}

const isCard = { type: 'image/png', signature: 'PNG', size: [cardSize.width, cardSize.height] };

/** Another site, which shows what was pasted into it. */
async function otherSite(content: () => string): Promise<{ server: Server; address: string }> {
	const server = createServer((_, response) => {
		response.setHeader('content-type', 'text/html; charset=utf-8');
		response.end(`<!doctype html><title>Báo địa phương</title><h1>Tin</h1>${content()}`);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

test.describe.configure({ mode: 'parallel' });

test('a link preview shows the state of the address', async ({ page, request }) => {
	const { code } = await someCommune(request);
	for (const path of ['/?ky-nang=skill3', `/xa/${code}`, `/so-sanh?xa=${code}`, '/en']) {
		await page.goto(path);
		const image = page.locator('meta[property="og:image"]');
		await expect(image).toHaveCount(1);
		const address = (await image.getAttribute('content')) ?? '';
		expect(address.startsWith(serverAddress)).toBe(true);
		expect(await pngOf(request, address)).toEqual(isCard);
		await expect(page.locator('meta[property="og:image:alt"]')).toHaveAttribute('content', /\S/);
		await expect(page.locator('meta[name="twitter:card"]')).toHaveCount(1);
	}
	const answers = await Promise.all(
		['', '?ky-nang=skill3', '?to-mau=dung-han', '?lop=phan-vi'].map((query) =>
			request.get(`/anh-chia-se.png${query}`),
		),
	);
	const pictures = await Promise.all(answers.map((answer) => answer.body()));
	expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBe(4);
	await page.goto('/chi-so');
	await page.locator('main a[href^="/chi-so/"]').first().click();
	const card = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? '';
	expect(await pngOf(request, card)).toEqual(isCard);
	expect((await request.get('/xa/00000/anh-chia-se.png')).status()).toBe(404);
});

test('the map is taken away as it is seen, with all that it takes to understand it', async ({
	page,
	request,
}) => {
	const { month } = await someCommune(request);
	const answer = await request.get('/ban-do.svg?ky-nang=skill2');
	expect(answer.headers()['content-type']).toBe('image/svg+xml; charset=utf-8');
	const svg = await answer.text();
	for (const part of [
		vi.common.measures.skill2,
		format.month(month),
		// Long lines are cut.
		open.pictures.source.slice(0, 20),
		vi.map.states.missing,
		open.pictures.number(''),
	])
		expect(svg).toContain(part.split(',')[0]?.trim());
	expect(svg).not.toMatch(/<script|href=|var\(/);
	const { type, signature } = await pngOf(request, '/ban-do.png?ky-nang=skill2');
	expect([type, signature]).toEqual(['image/png', 'PNG']);

	await page.goto('/?to-mau=tang-12-thang');
	const link = page.getByRole('link', { name: vi.map.takeAway.svg });
	await expect(link).toHaveAttribute('href', '/ban-do.svg?to-mau=tang-12-thang');
	const grown = await (await request.get('/ban-do.svg?to-mau=tang-12-thang')).text();
	expect(grown).toContain(vi.map.colouring.options.growth12.toLowerCase());
});

test('another site shows a commune in a frame, which stays as it is where it is pinned', async ({
	page,
	request,
}) => {
	const { code, month, name } = await someCommune(request);
	await page.goto(`/xa/${code}`);
	const [live, pinned] = await page
		.locator('textarea[readonly]')
		.evaluateAll((fields) =>
			fields.map((field) => (field instanceof HTMLTextAreaElement ? field.value : '')),
		);
	const site = await otherSite(() => `${live ?? ''}${pinned ?? ''}`);
	try {
		await page.setViewportSize({ width: 320, height: 740 });
		await page.goto(site.address);
		for (const index of [0, 1]) {
			const frame = page.locator('iframe').nth(index).contentFrame();
			await expect(frame.getByRole('heading', { level: 1 })).toContainText(name);
			await expect(frame.locator('script')).toHaveCount(0);
			await expect(frame.getByRole('link')).toHaveAttribute('target', '_blank');
		}
		const number = /so=(\d+)/.exec(pinned ?? '')?.[1] ?? '';
		await expect(page.locator('iframe').nth(1).contentFrame().locator('footer')).toContainText(
			open.embed.fixed(number),
		);
		const [popup] = await Promise.all([
			page.waitForEvent('popup'),
			page.locator('iframe').nth(0).contentFrame().getByRole('link').click(),
		]);
		await expect(popup.getByRole('heading', { level: 1 })).toContainText(name);
		await popup.close();
	} finally {
		site.server.close();
	}
	const wrong = `/nhung/xa/${code}?thang=${month}&so=1`;
	expect((await request.get(wrong)).status()).toBe(404);
	await page.setViewportSize({ width: 280, height: 400 });
	for (const path of [`/nhung/xa/${code}`, '/nhung/ban-do', '/en/nhung/ban-do?ky-nang=skill5']) {
		await page.goto(path);
		await expectNoSidewaysScrolling(page);
	}
	await page.goto('/nhung/ban-do?to-mau=dung-han&loc=class5');
	await expect(
		page.getByRole('region', { name: vi.map.colouring.legendPunctuality }),
	).toBeVisible();
	await expect(page.getByRole('img', { name: /báo cáo đúng hạn/ })).toBeVisible();
});

test('nothing but frames may be framed', async ({ request }) => {
	const { code } = await someCommune(request);
	const policyOf = async (path: string) =>
		(await request.get(path)).headers()['content-security-policy'] ?? '';
	for (const path of ['/nhung/ban-do', `/nhung/xa/${code}`])
		expect(await policyOf(path)).toContain('frame-ancestors *');
	for (const path of ['/', `/xa/${code}`, '/du-lieu', '/dang-nhap', '/khong-co-trang-nay'])
		expect(await policyOf(path)).toContain("frame-ancestors 'none'");
});

test('a site that knows oEmbed finds the frame of a page by itself', async ({ page, request }) => {
	const { code, name } = await someCommune(request);
	for (const path of ['/', `/xa/${code}`]) {
		await page.goto(path);
		const link = page.locator('link[type="application/json+oembed"]');
		const address = (await link.getAttribute('href')) ?? '';
		const described = (await (await request.get(pathOf(address))).json()) as Record<
			string,
			unknown
		>;
		expect(described).toMatchObject({ version: '1.0', type: 'rich', provider_name: 'Nhịp Số' });
		if (path !== '/') expect(described['title']).toContain(name);
		const source = /src="([^"]+)"/.exec(String(described['html']))?.[1] ?? '';
		expect((await request.get(pathOf(source))).status()).toBe(200);
		expect(await pngOf(request, String(described['thumbnail_url']))).toEqual(isCard);
	}
	const asked = (url: string, more = '') =>
		request.get(`/api/oembed?url=${encodeURIComponent(url)}${more}`);
	const commune = `${serverAddress}/xa/${code}`;
	const narrow = (await (await asked(commune, '&maxwidth=300&maxheight=200')).json()) as object;
	expect(narrow).toMatchObject({ width: 300, height: 200 });
	expect((await asked(commune, '&format=xml')).status()).toBe(501);
	expect((await asked(commune, '&maxwidth=nhiều')).status()).toBe(400);
	for (const url of [
		`${serverAddress}/du-lieu`,
		`${serverAddress}/xa/00000`,
		'https://example.vn/',
	])
		expect((await asked(url)).status()).toBe(404);
});

test('pages of figures name their data set for machines', async ({ page, request }) => {
	const { code } = await someCommune(request);
	for (const path of ['/du-lieu', `/xa/${code}`]) {
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
	await expect(meaning.locator(`dt:text-is("${t.reportedBy}") + dd`)).toContainText(t.places);
	await expect(meaning.locator(`dt:text-is("${t.source}") + dd`)).toContainText('§2.1');
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

test('whoever knows no code names their commune, and chooses where several answer', async ({
	page,
}) => {
	const t = open.correctionRequest;
	await page.goto('/de-nghi-dinh-chinh');
	await page.getByLabel(t.text).fill('Số hộ của thôn tôi không đúng.');
	await page.getByLabel(t.unit).fill('không có xã này');
	await page.getByRole('button', { name: t.submit }).click();
	await expect(page.getByText(t.problems.commune)).toBeVisible();
	await page.getByLabel(t.unit).fill('an');
	await page.getByRole('button', { name: t.submit }).click();
	await expect(page.getByText(t.several('an'))).toBeVisible();
	await expect(page.getByLabel(t.text)).toHaveValue('Số hộ của thôn tôi không đúng.');
	const chosen = page.getByLabel(t.unit).locator('option').nth(1);
	const name = (await chosen.textContent()) ?? '';
	await page.getByLabel(t.unit).selectOption({ label: name });
	await page.getByRole('button', { name: t.submit }).click();
	await expect(page.getByText(/^Đã nhận\. Số của đề nghị này là/)).toBeVisible();
	await expect(page.getByText(`Về số liệu của ${inSentence(name)}`)).toBeVisible();
});

test('whoever asked for a correction reads what came of it and why, and asks again', async ({
	browser,
	page,
	request,
	sessionOf,
}) => {
	const { code } = await someCommune(request);
	const t = open.correctionRequest;
	await page.goto(`/de-nghi-dinh-chinh?xa=${code}`);
	await page.getByLabel(t.text).fill('Thôn cuối xã có thêm mười hộ mới chuyển về từ tháng trước.');
	await page.getByRole('button', { name: t.submit }).click();
	await expect(page.getByText(/^Đã nhận\. Số của đề nghị này là/)).toBeVisible();
	const address = new URL(page.url()).pathname;

	const desk = await browser.newContext({ baseURL: serverAddress });
	await desk.addCookies(await sessionOf('approver'));
	const ticket = await desk.newPage();
	await ticket.goto(address.replace('/de-nghi-dinh-chinh/', '/kien-nghi/'));
	await ticket.getByLabel('Nội dung trả lời').fill('Đã đối chiếu danh sách hộ với công an xã.');
	await ticket.getByLabel(/^Tóm tắt điều được hỏi/).fill('Số hộ của một thôn còn thiếu.');
	await ticket.getByLabel(/^Tóm tắt câu trả lời/).fill('Không đổi: hộ mới chỉ tính từ tháng sau.');
	await ticket.getByRole('button', { name: 'Gửi trả lời' }).click();
	await expect(ticket.getByText('Đã gửi trả lời.')).toBeVisible();
	await desk.close();

	await page.goto(address);
	await expect(page.getByText('Không đổi: hộ mới chỉ tính từ tháng sau.')).toBeVisible();
	await expect(page.getByText('Đã đối chiếu danh sách hộ')).toHaveCount(0);
	await expectNoSidewaysScrolling(page);
	await page.getByLabel(t.one.reopenLabel).fill('Các hộ này đã ở đây từ đầu năm, không phải mới.');
	await page.getByRole('button', { name: t.one.reopenSubmit }).click();
	await expect(page.getByText(t.one.reopened)).toBeVisible();
	await expect(page.getByText(/^Đang ở/)).toBeVisible();
	// The address that was given out was kept as it said before.
	await page.goto(address);
	await expect(page.getByText(/^Đang ở/)).toBeVisible();
});
