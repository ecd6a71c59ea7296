import type { Snapshot } from '../../src/lib/contracts/events';
import { vi } from '../../src/lib/messages/vi';
import { createFormat } from '../../src/lib/messages/format';
import { awardShortlist } from '../../src/lib/messages/vi/awards/shortlist';
import { open } from '../../src/lib/messages/vi/open';
import { serverAddress } from './environment';
import { expect, expectNoSidewaysScrolling, test } from './fixtures';
import { found, linksOn } from './found-pages';

const pages = [
	['/', 'the map'],
	['/en', 'the map in English'],
	['/tim-xa', 'the search'],
	['/phuong-phap', 'the method'],
	['/dang-nhap', 'the sign-in'],
] as const;

test.describe('the demo province', () => {
	for (const [address, name] of pages)
		test(`says that its figures are made up on ${name}`, async ({ page }) => {
			await page.goto(address);
			const words = address === '/en' ? 'Demonstration data' : 'Dữ liệu minh họa';
			await expect(page.getByText(words).first()).toBeVisible();
		});

	test('says so on the pages for which one signs in', async ({ page, signIn }) => {
		await signIn('administrator');
		for (const address of ['/man-hinh-lon', '/xep-hang', '/bao-cao', '/tai-khoan']) {
			await page.goto(address);
			await expect(page.getByText('Dữ liệu minh họa').first()).toBeVisible();
		}
	});

	test('has every state that a map can show', async ({ page }) => {
		await page.goto('/');
		for (const state of [
			'chưa hộ nào',
			'Chưa đủ số liệu',
			'Nộp muộn, chờ duyệt',
			'Quá hạn chưa nộp',
		])
			await expect(page.getByText(state).first()).toBeVisible();
	});

	test('remembers the merger', async ({ page }) => {
		await page.goto('/xa/99410');
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Hòa Thịnh');
		await expect(page.getByText('(một phần)').first()).toBeVisible();
		const events = page.getByRole('region', { name: open.around.events.title });
		await expect(events).toContainText(open.around.events.formed);
	});

	test('names what a commune found to work on its page', async ({ page }) => {
		const links = await linksOn(page, '/cach-lam-hay', 'a[href^="/cach-lam-hay/"]');
		const address = found(
			links.filter((link) => /^\/cach-lam-hay\/\d+$/.test(link)),
			'/cach-lam-hay',
		);
		await page.goto(address);
		const by = await page.locator('article header p').textContent();
		const { units } = (await (await page.request.get('/api/v1/snapshot')).json()) as Snapshot;
		const commune = units.find((unit) => by?.includes(createFormat('vi', vi).unitName(unit)));
		await page.goto(`/xa/${commune?.code}`);
		const practices = page.getByRole('region', { name: open.around.practices });
		await expect(practices.locator(`a[href="${address}"]`)).toHaveText(/\S/);
	});

	test('keeps everything of a merged commune where it was, and leads on from there', async ({
		page,
		request,
	}) => {
		const lasting = /^\/xa\/(\d+)\/\d{4}-\d\d-\d\d$/;
		const links = await linksOn(page, '/xa/99410', 'a[href^="/xa/"]');
		const address = found(
			links.filter((link) => lasting.test(link)),
			'/xa/99410',
		);
		const code = lasting.exec(address)?.[1] ?? '';
		await page.goto(`/xa/${code}`);
		await expect(page).toHaveURL(address);
		const name = (await page.getByRole('heading', { level: 1 }).textContent())?.trim() ?? '';
		await page.goto(`/xa/${code}/loa`);
		await expect(page).toHaveURL(address);
		await expect(page.locator('main a[href^="/xa/99410-"]').first()).toBeVisible();

		const text = await request.get(`/xa/${code}.txt`);
		expect([text.status(), await text.text()]).toEqual([200, expect.stringContaining(name)]);
		const feed = await request.get(`/xa/${code}/atom.xml`);
		expect([feed.status(), await feed.text()]).toEqual([200, expect.stringContaining(name)]);
		const card = await request.get(`/xa/${code}/anh-chia-se.png`);
		expect([card.status(), card.headers()['content-type']]).toEqual([200, 'image/png']);
		const described = await request.get(
			`/api/oembed?url=${encodeURIComponent(serverAddress + address)}`,
		);
		const { title, html } = (await described.json()) as { title: string; html: string };
		expect(title).toContain(name);
		const frame = /src="([^"]+)"/.exec(html)?.[1] ?? '';
		expect(frame).toBe(`${serverAddress}/nhung/xa/${code}`);
		await page.goto(frame);
		await expect(page.getByText(name).first()).toBeVisible();
		await expect(page.locator(`a[href$="${address}"]`).first()).toBeVisible();
	});

	for (const [name, home, current] of [
		['baocao.thon', '/bao-cao/phai-nop', 'Phải nộp'],
		['baocao.xa', '/bao-cao/tinh-hinh-nop', 'Tình hình nộp'],
		['duyet', '/bao-cao', 'Duyệt báo cáo'],
		['thidua', '/thi-dua', 'Thi đua'],
		['lanhdao', '/tom-tat', 'Tóm tắt'],
		['quantri', '/quan-tri', 'Quản trị'],
	] as const)
		test(`leads ${name} to their own page, and on a phone to all of theirs`, async ({ page }) => {
			await page.setViewportSize({ width: 360, height: 740 });
			await page.goto('/dang-nhap');
			await page.locator('input[name=name]').fill(name);
			await page.locator('input[name=password]').fill('demo-nhip-so');
			await page.locator('input[name=password]').press('Enter');
			await page.waitForURL(home);
			const menu = page.getByRole('navigation', { name: 'Các trang chính' });
			await expect(menu.locator('[aria-current=page]:visible')).toHaveText(current);

			await menu.getByText('Tất cả mục').click();
			await expectNoSidewaysScrolling(page);
			const addresses = await menu
				.getByRole('link')
				.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
			for (const address of new Set(addresses))
				expect((await page.request.get(address)).status(), address).toBe(200);

			await menu.getByRole('link', { name: 'Bản đồ' }).click();
			await page.waitForURL('/ban-do');
			await page.getByRole('banner').getByRole('link', { name: 'Nhịp Số' }).click();
			await page.waitForURL(home);
		});

	test('keeps the map where it was for visitors', async ({ page }) => {
		await page.goto('/ban-do?thang=2026-09');
		await expect(page).toHaveURL('/?thang=2026-09');
		await page.goto('/en/ban-do');
		await expect(page).toHaveURL('/en');
	});

	test('has work for the team that signs in to report', async ({ page }) => {
		await page.goto('/dang-nhap');
		await page.locator('input[name=name]').fill('baocao.thon');
		await page.locator('input[name=password]').fill('demo-nhip-so');
		await page.locator('input[name=password]').press('Enter');
		await page.waitForURL((url) => !url.pathname.includes('dang-nhap'));
		await page.locator('main a[href^="/nhap-lieu#99"]').first().click();
		await expect(page).toHaveURL(/\/nhap-lieu#99/);
		await expect(page.getByRole('heading', { level: 1 })).toContainText(/^(Thôn|Bản|Tổ dân phố)/);
		await page.goto('/bao-cao');
		await expect(page.locator('a[href*="/bao-cao/99"]').first()).toBeVisible();
	});

	test('plots of the shortlist are gone through by keys, each point with its name and value', async ({
		page,
		signIn,
	}) => {
		await signIn('committee');
		// As on a slow machine, which tells of two moments at once, the older first.
		await page.addInitScript(() => {
			const Observer = window.IntersectionObserver;
			window.IntersectionObserver = class extends Observer {
				constructor(told: IntersectionObserverCallback, options?: IntersectionObserverInit) {
					super((entries, observer) => {
						const older = entries.map(
							(entry) =>
								new Proxy(entry, {
									get: (of, name): unknown =>
										name !== 'isIntersecting' && Reflect.get(of, name, of),
								}),
						);
						told([...older, ...entries], observer);
					}, options);
				}
			};
		});
		await page.goto('/thi-dua/1/danh-sach');
		const { plot, funnel } = awardShortlist;
		for (const name of [plot, funnel.title]) {
			const points = page.getByRole('slider', { name });
			const said = () => points.getAttribute('aria-valuetext');
			await points.focus();
			await points.press('Home');
			const first = await said();
			await points.press('ArrowRight');
			await expect(points).toHaveAttribute('aria-valuenow', '2');
			const second = await said();
			await points.press('ArrowUp');
			expect(await said()).toBe(first);
			await points.press('End');
			await expect(points).toHaveAttribute(
				'aria-valuenow',
				(await points.getAttribute('aria-valuemax')) ?? '',
			);
			for (const text of [first, second, await said()]) expect(text).toMatch(/^\p{Lu}.*: .*\d/u);
			expect(new Set([first, second, await said()]).size).toBe(3);
			// What a pointer finds is there too.
			const plain = await points.screenshot();
			await points.press('ArrowLeft');
			await expect.poll(async () => (await points.screenshot()).equals(plain)).toBe(false);
		}
	});

	test('the shortlist is read on a phone without scrolling sideways, each figure under its name', async ({
		page,
		signIn,
	}) => {
		await signIn('committee');
		await page.setViewportSize({ width: 360, height: 740 });
		await page.goto('/thi-dua/1/danh-sach');
		const { columns } = awardShortlist;
		const region = page.getByRole('region').filter({ has: page.locator('table.shortlist') });
		expect(await region.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
		const labels = await region
			.locator('tbody tr')
			.first()
			.locator('td')
			.evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, '::before').content));
		const { place: _, name, ...figures } = columns;
		expect(labels.slice(1)).toEqual(Object.values(figures).map((label) => `"${label}"`));
		const places = region.locator('tbody tr td:first-child');
		await expect(places.first()).toHaveText('1');
		const byName = page.getByRole('link', { name, exact: true });
		await byName.click();
		await expect(byName).toHaveAttribute('aria-current', 'true');
		await expect(places.first()).not.toHaveText('1');
	});

	test.describe('in a browser of another language', () => {
		test.use({ locale: 'en-US' });

		test('has numbers on the axes of a plot as the page writes them', async ({ page, signIn }) => {
			await page.addInitScript(() => {
				const drawn: string[] = [];
				Object.assign(window, { drawn });
				const context = CanvasRenderingContext2D.prototype;
				const fillText = Reflect.get(context, 'fillText') as (...drawing: unknown[]) => void;
				Reflect.set(context, 'fillText', function (this: unknown, ...drawing: unknown[]) {
					drawn.push(String(drawing[0]));
					Reflect.apply(fillText, this, drawing);
				});
			});
			await signIn('committee');
			await page.goto('/thi-dua/1/danh-sach');
			await page.getByRole('slider', { name: awardShortlist.funnel.title }).focus();
			const households = () =>
				page.evaluate(() => window.drawn.filter((text) => /^\d{1,3}[.,]\d{3}$/.test(text)));
			await expect.poll(households).toContain('1.000');
			expect((await households()).join(' ')).not.toContain(',');
		});
	});
});

declare global {
	interface Window {
		/** Every text that was drawn on a canvas. */
		drawn: string[];
	}
}
