import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures';
import { reporting } from './reporting';

const badge = (page: Page) => page.locator('header').getByRole('status');
const isLive = (page: Page) => expect(badge(page)).toHaveText('Trực tiếp', { timeout: 15_000 });

test('visitors are sent to sign in', async ({ page }) => {
	await page.goto('/man-hinh-lon');
	await expect(page).toHaveURL('/dang-nhap?next=%2Fman-hinh-lon');
});

test('4K shows the same as full HD, twice as large, with no letter below 19 pixels', async ({
	page,
	signIn,
}) => {
	await signIn('viewer');
	const sizes: number[][] = [];
	for (const [width, height] of [
		[1920, 1080],
		[3840, 2160],
	] as const) {
		await page.setViewportSize({ width, height });
		await page.goto('/man-hinh-lon');
		await isLive(page);
		const measured = await page.evaluate(() => {
			const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			let smallest = Infinity;
			while (texts.nextNode()) {
				const parent = texts.currentNode.parentElement;
				if (!parent?.checkVisibility() || !texts.currentNode.textContent?.trim()) continue;
				if (parent.closest('.visually-hidden, script, style, dialog')) continue;
				smallest = Math.min(smallest, parseFloat(getComputedStyle(parent).fontSize));
			}
			const headline = document.querySelector('.headline, .words');
			return {
				smallest,
				headline: headline ? parseFloat(getComputedStyle(headline).fontSize) : 0,
				overflow: [...document.querySelectorAll('main, main *, header, footer')]
					.filter((element) => element.getBoundingClientRect().bottom > innerHeight + 1)
					.map((element) => element.className),
			};
		});
		expect(measured.overflow).toEqual([]);
		sizes.push([measured.smallest, measured.headline]);
	}
	const [hd = [], uhd = []] = sizes;
	expect(hd[0]).toBeGreaterThanOrEqual(19);
	expect(hd[1]).toBe(168);
	expect(uhd[1]).toBe(336);
	expect(uhd[0]).toBeCloseTo(2 * (hd[0] ?? 0), 1);
});

test('silence shows, and is over by itself', async ({ page, signIn, context }) => {
	test.setTimeout(90_000);
	await signIn('viewer');
	await page.goto('/man-hinh-lon');
	await isLive(page);
	await context.setOffline(true);
	const alert = page.getByRole('alert');
	await expect(alert).toHaveText('Mất kết nối', { timeout: 20_000 });
	await expect(page.getByText(/^Đang hiện số liệu lúc \d\d:\d\d, \d+ giây trước\.$/)).toBeVisible();
	await context.setOffline(false);
	await isLive(page);
	await expect(alert).toHaveCount(0);
});

test('says when it has been signed out', async ({ browser }) => {
	const { accountOf, serverAddress } = await import('./environment');
	const context = await browser.newContext();
	const headers = { origin: serverAddress };
	await context.request.post(`${serverAddress}/dang-nhap`, {
		form: accountOf('viewer'),
		headers,
	});
	const page = await context.newPage();
	await page.goto(`${serverAddress}/man-hinh-lon`);
	await isLive(page);
	await context.request.post(`${serverAddress}/dang-xuat`, { headers });
	await expect(page.getByRole('alert')).toHaveText('Đã đăng xuất', { timeout: 10_000 });
	await expect(page.getByRole('link', { name: 'Đăng nhập lại' })).toHaveAttribute(
		'href',
		'/dang-nhap?next=%2Fman-hinh-lon',
	);
	await context.close();
});

test('keys open the help and can be switched off', async ({ page, signIn }) => {
	await signIn('viewer');
	await page.goto('/man-hinh-lon');
	await isLive(page);
	await page.keyboard.press('?');
	const help = page.getByRole('dialog', { name: 'Cách đọc màn hình này' });
	await expect(help).toBeVisible();
	await expectNoAxeViolations(page);
	await help.getByLabel('Dùng phím tắt').uncheck();
	await help.getByRole('button', { name: 'Đóng' }).click();
	await page.keyboard.press('?');
	await expect(help).toBeHidden();
	await page.getByRole('button', { name: 'Trợ giúp' }).click();
	await expect(help).toBeVisible();
});

test('another month is one press away, and so is the way back', async ({ page, signIn }) => {
	await signIn('viewer');
	await page.goto('/man-hinh-lon');
	await page.getByRole('link', { name: /^Tháng trước: / }).click();
	await expect(page).toHaveURL(/\?thang=\d{4}-\d{2}$/);
	await page.getByRole('link', { name: 'Về tháng mới nhất' }).click();
	await expect(page).toHaveURL('/man-hinh-lon');
	expect((await page.goto('/man-hinh-lon?thang=2099-01'))?.status()).toBe(404);
});

test('the numbers have a table within reach', async ({ page, signIn }) => {
	await signIn('viewer');
	await page.goto('/man-hinh-lon');
	await page.getByRole('link', { name: 'Xem dạng bảng' }).click();
	await expect(page).toHaveURL('/xep-hang');
});

test('on a phone it can be scrolled and nothing is cut off', async ({ page, signIn }) => {
	await signIn('viewer');
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto('/man-hinh-lon');
	await isLive(page);
	await expectNoSidewaysScrolling(page);
	await expectNoAxeViolations(page);
	await page.getByRole('link', { name: 'Xem dạng bảng' }).scrollIntoViewIfNeeded();
	await expect(page.getByRole('link', { name: 'Xem dạng bảng' })).toBeInViewport();
});

test('an approval is on the wall within two seconds, and a submission beside it as provisional', async ({
	page,
	signIn,
	browser,
}) => {
	const { snapshot, submit, approve } = await reporting(() => browser.newContext());
	await signIn('committee');
	await page.goto('/man-hinh-lon');
	await isLive(page);
	const headline = await page.locator('.headline').innerText();
	const { units, figures } = await snapshot();
	const shareOf = (id: number) => {
		const found = figures.find(({ unitId, basis }) => unitId === id && basis === 'approved');
		return found ? (found.able[0] ?? 0) / (found.base[0] ?? 1) : 1;
	};
	/** The one with most room for a change that shows in the headline. */
	const [unit] = units.toSorted((one, other) => shareOf(one.id) - shareOf(other.id));
	const households = unit?.register ?? 1_000;
	const revision = await submit(unit?.code ?? '', households);
	await expect(page.locator('.provisional')).toBeVisible({ timeout: 2_000 });
	await expect(page.locator('.headline')).toHaveText(headline);

	await approve(unit?.code ?? '', revision);
	const newest = page.locator('section', { hasText: 'Vừa được duyệt' }).locator('li').first();
	await expect(newest).toContainText(unit?.name ?? '', { timeout: 2_000 });
	await expect(page.locator('.headline')).not.toHaveText(headline);
	await page.reload();
	await expect(newest).toContainText(unit?.name ?? '');
});
