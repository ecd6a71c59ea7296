import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIRequestContext } from '@playwright/test';
import { cardSize } from '../../src/lib/contracts/picture-sizes';
import { createFormat } from '../../src/lib/messages/format';
import { vi } from '../../src/lib/messages/vi';
import { open } from '../../src/lib/messages/vi/open';
import { serverAddress } from './environment';
import { expect, expectNoSidewaysScrolling, test } from './fixtures';
import { pathOf, someCommune } from './some-commune';

/** What leaves the site: pictures and frames. */

const format = createFormat('vi', vi);

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
	// What was cited stays what it was.
	await page.goto(`/xa/${code}`);
	const pinned = await page
		.locator('textarea[readonly]')
		.evaluateAll(([, field]) => (field instanceof HTMLTextAreaElement ? field.value : ''));
	const [pin] = /\?thang=[\d-]+&(?:amp;)?so=\d+/.exec(pinned) ?? [''];
	const query = pin.replace('&amp;', '&');
	expect(query).toMatch(/^\?thang=\d{4}-\d\d&so=\d+$/);
	for (const [address, frame] of [
		[commune, `/nhung/xa/${code}`],
		[`${serverAddress}/`, '/nhung/ban-do'],
	] as const) {
		const { html } = (await (await asked(address + query)).json()) as { html: string };
		const [, source = ''] = /src="([^"]+)"/.exec(html) ?? [];
		expect(pathOf(source.replaceAll('&amp;', '&'))).toBe(frame + query);
	}
	expect((await asked(commune, '&format=xml')).status()).toBe(501);
	expect((await asked(commune, '&maxwidth=nhiều')).status()).toBe(400);
	for (const url of [
		`${serverAddress}/du-lieu`,
		`${serverAddress}/xa/00000`,
		'https://example.vn/',
	])
		expect((await asked(url)).status()).toBe(404);
});
