import type { Snapshot } from '../../src/lib/contracts/events';
import { addMonths, localDay } from '../../src/lib/contracts/local-time';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures';
import { reporting } from './reporting';
import { badge, isLive, looksAlike } from './wall-page';

test('silence shows, and is over by itself', async ({ page, signIn, context }) => {
	await signIn('viewer');
	await page.goto('/man-hinh-lon?canh=tinh,to&giay=3600');
	await isLive(page);
	await page.keyboard.press('2');
	const name = page.getByRole('navigation', { name: 'Chọn cảnh' }).locator('strong');
	await expect(name).toHaveText('Các tổ');
	await context.setOffline(true);
	const alert = page.getByRole('alert');
	await expect(alert).toHaveText('Mất kết nối', { timeout: 20_000 });
	await expect(page.getByText(/^Đang hiện số liệu lúc \d\d:\d\d, \d+ giây trước\.$/)).toBeVisible();
	// Meanwhile another release was installed: the screen loads it, and comes back to its scene.
	const other = { json: { version: 'another' } };
	await page.route('**/_app/version.json', (route) => route.fulfill(other), { times: 1 });
	await page.evaluate(() => Object.assign(window, { isFormer: true }));
	await context.setOffline(false);
	await page.waitForFunction(() => !('isFormer' in window));
	await isLive(page);
	await expect(alert).toHaveCount(0);
	await expect(name).toHaveText('Các tổ');
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
	await expect(page.getByRole('alert')).toHaveText('Đã đăng xuất');
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
	// Of a key that holds on paired screens alone, too; and true of dark walls as of light ones.
	await expect(help.getByRole('definition').filter({ hasText: 'mã QR' })).toHaveCount(1);
	await expect(help).not.toContainText('càng sáng');
	await expectNoAxeViolations(page);
	await help.getByLabel('Dùng phím tắt').uncheck();
	await help.getByRole('button', { name: 'Đóng' }).click();
	await page.keyboard.press('?');
	await expect(help).toBeHidden();
	await page.getByRole('button', { name: 'Trợ giúp' }).click();
	await expect(help).toBeVisible();
});

test('goes from scene to scene by itself and by keys, with one picture drawn all along', async ({
	page,
	signIn,
}) => {
	await signIn('viewer');
	await page.clock.install();
	await page.goto('/man-hinh-lon?canh=tinh,han-nop,to&giay=5');
	await isLive(page);
	const name = page.getByRole('navigation', { name: 'Chọn cảnh' }).locator('strong');
	const canvas = page.locator('.map-canvas canvas');
	await expect(name).toHaveText('Toàn cảnh');
	await expect(canvas).toBeVisible();
	const first = await canvas.elementHandle();
	await expect(name).toHaveText('Hạn nộp');
	await page.keyboard.press(' ');
	await expect(page.getByText('đang dừng', { exact: true })).toBeVisible();
	await page.keyboard.press('ArrowRight');
	await expect(name).toHaveText('Các tổ');
	await expect(page.locator('.scene.shown .figure').first()).toHaveText(/\d/);
	await page.keyboard.press('1');
	await expect(name).toHaveText('Toàn cảnh');
	await page.keyboard.press('ArrowLeft');
	await expect(name).toHaveText('Các tổ');
	await page.keyboard.press('2');
	await expect(name).toHaveText('Hạn nộp');
	expect(await canvas.count()).toBe(1);
	expect(await canvas.evaluate((element, before) => element === before, first)).toBe(true);

	// The graphics card lets go of the picture, as after a sleep: another stands in until it is back.
	const picture = page.locator('.wall-map');
	const before = await picture.screenshot();
	await canvas.evaluate((element) => {
		if (!(element instanceof HTMLCanvasElement)) throw new Error('No canvas.');
		const lose = element.getContext('webgl2')?.getExtension('WEBGL_lose_context');
		lose?.loseContext();
		setTimeout(() => lose?.restoreContext(), 500);
	});
	await expect(page.locator('.map-canvas.ready')).toHaveCount(0);
	await expect(page.locator('.map-canvas.ready')).toBeVisible({ timeout: 5_000 });
	await expect.poll(async () => looksAlike(await picture.screenshot(), before)).toBe(true);
});

test('a night of deadlines is run through again, from what reports themselves record', async ({
	page,
	signIn,
}) => {
	await signIn('viewer');
	await page.clock.install();
	// Of a month that is over: the present one has no night yet before its deadlines come near.
	const month = addMonths(localDay(new Date()).slice(0, 7), -1);
	await page.goto(`/man-hinh-lon?canh=han-nop&thang=${month}`);
	await isLive(page);
	const received = page.locator('.scene.shown .figure').nth(1);
	await expect(received.locator('+ .words')).toContainText(
		`báo cáo tháng ${Number(month.slice(5))}/${month.slice(0, 4)} đã về`,
	);
	const all = Number((await received.innerText()).replace('.', ''));
	const slider = page.getByRole('slider', { name: 'Thời điểm' });
	const minutes = async () => Number(await slider.inputValue()) / 60_000;
	await page.clock.pauseAt(Date.now() + 60_000);
	await page.getByRole('button', { name: 'Phát', exact: true }).click();
	await page.clock.runFor(1_000);
	const began = await minutes();
	await page.clock.runFor(2_000);
	expect((await minutes()) - began).toBe(2 * 240);
	await page.getByLabel('Tốc độ').selectOption('1 giây = 10 phút');
	await page.clock.runFor(3_000);
	expect((await minutes()) - began).toBe(2 * 240 + 3 * 10);
	await page.clock.resume();
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await expect(page.getByRole('button', { name: /^(Phát|Dừng)$/ })).toHaveCount(0);
	await slider.fill('0');
	await expect
		.poll(async () => Number((await received.innerText()).replace('.', '')))
		.toBeLessThan(all);
	await page.getByRole('button', { name: 'Về hiện tại' }).click();
	await expect(received).toHaveText(String(all));
});

test('another month is one press away, and so is the way back', async ({ page, signIn }) => {
	await signIn('viewer');
	await page.goto('/man-hinh-lon');
	await page.getByRole('link', { name: /^Tháng trước: / }).click();
	await expect(page).toHaveURL(/\?thang=\d{4}-\d{2}$/);
	await page.getByRole('link', { name: 'Về tháng mới nhất' }).click();
	await expect(page).toHaveURL('/man-hinh-lon');
	expect((await page.goto('/man-hinh-lon?thang=2099-01'))?.status()).toBe(404);

	// So is any moment of the past, which follows nothing.
	const day = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10);
	await page.clock.install({ time: Date.now() + 40 * 86_400_000 });
	await page.goto(`/man-hinh-lon?canh=tinh,to&luc=${day}T23:00&giay=60`);
	await expect(page.getByText('Xem lại lúc 23:00')).toBeVisible();
	await expect(page.locator('.headline')).toHaveText(/\d%$/);
	await expect(page.locator('.map-canvas.ready')).toBeVisible();
	// Its playlist goes by the present's seconds.
	const name = page.getByRole('navigation', { name: 'Chọn cảnh' }).locator('strong');
	await expect(page.locator('.scene-teams .figure').first()).toBeAttached();
	await page.clock.runFor(45_000);
	await expect(name).toHaveText('Toàn cảnh');
	await page.clock.runFor(15_000);
	await expect(name).toHaveText('Các tổ');
	await expect(badge(page)).toHaveCount(0);
	// The way back to the present and into the past again is one picture, coloured otherwise.
	await page.evaluate(() => {
		const canvas = document.querySelector('.map-canvas');
		if (!canvas?.classList.contains('ready')) throw new Error('The picture is there.');
		new MutationObserver(() => document.body.classList.add('flashed')).observe(canvas, {
			...{ attributes: true, attributeFilter: ['class'] },
		});
		new MutationObserver(() => {
			if (!canvas.isConnected) document.body.classList.add('flashed');
		}).observe(document.body, { childList: true, subtree: true });
	});
	await page.getByRole('link', { name: 'Về hiện tại' }).click();
	await isLive(page);
	await page.goBack();
	await expect(page.getByText('Xem lại lúc 23:00')).toBeVisible();
	await expect(badge(page)).toHaveCount(0);
	await page.goForward();
	await isLive(page);
	await expect(page.locator('body.flashed')).toHaveCount(0);

	// The machine's own clock is wrong by weeks: it goes by the server's, and reads nothing over and over.
	const today = new Intl.DateTimeFormat('vi', { timeZone: 'Asia/Ho_Chi_Minh' });
	await expect(page.locator('.clock')).toContainText(today.format(new Date()));
	let read = 0;
	page.on('request', (request) => (read += Number(request.url().includes('__data.json'))));
	await page.clock.runFor(10_000);
	await isLive(page);
	expect(read).toBeLessThanOrEqual(1);
});

test('one commune is looked at closely', async ({ page, signIn }) => {
	await signIn('viewer');
	await page.goto('/man-hinh-lon?canh=tinh');
	await expect(page.locator('.map-canvas.ready')).toBeVisible();
	const labels = page.locator('.wall-map .labels:not(.nominal) text:not(.neighbour)');
	const whole = await page.locator('.wall-map .labels').boundingBox();
	if (!whole) throw new Error('The map has a place.');
	const places = await labels.evaluateAll((names) =>
		names.map((name) => ({ name: name.textContent, y: name.getBoundingClientRect().y })),
	);
	const northernmost = places.toSorted((one, other) => one.y - other.y)[0]?.name ?? '';
	const { units } = (await (
		await page.request.get('/api/v1/snapshot?stream=internal')
	).json()) as Snapshot;
	const code = units.find(({ name }) => name === northernmost)?.code ?? '';
	const offCentre = async () => {
		const box = await labels.filter({ hasText: northernmost }).first().boundingBox();
		const middle = box ? box.y + box.height / 2 : NaN;
		return Math.abs(middle - whole.y - whole.height / 2) / whole.height;
	};
	expect(await offCentre()).toBeGreaterThan(0.25);
	await page.goto(`/man-hinh-lon?canh=tinh&xa=${code}`);
	await expect.poll(offCentre).toBeLessThan(0.15);
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
	await page.goto('/man-hinh-lon?canh=tinh');
	await isLive(page);
	await expectNoSidewaysScrolling(page);
	await expectNoAxeViolations(page);
	await page.getByRole('link', { name: 'Xem dạng bảng' }).scrollIntoViewIfNeeded();
	await expect(page.getByRole('link', { name: 'Xem dạng bảng' })).toBeInViewport();
});

test('an approval comes to the wall by itself, and a submission beside it as provisional', async ({
	page,
	signIn,
	browser,
}) => {
	const { snapshot, submit, approve } = await reporting(() => browser.newContext());
	await signIn('committee');
	await page.goto('/man-hinh-lon?canh=tinh');
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
	await expect(page.locator('.provisional')).toBeVisible();
	await expect(page.locator('.headline')).toHaveText(headline);

	await approve(unit?.code ?? '', revision);
	const newest = page.locator('section', { hasText: 'Vừa được duyệt' }).locator('li').first();
	await expect(newest).toContainText(unit?.name ?? '');
	await expect(page.locator('.headline')).not.toHaveText(headline);
	await page.reload();
	await expect(newest).toContainText(unit?.name ?? '');
});

test('says how far the target of the year is', async ({ page, signIn }) => {
	await signIn('viewer');
	await page.goto('/man-hinh-lon?canh=tinh');
	const number = (text: string) => Number(text.replace(',', '.'));
	const shown = number((await page.locator('.headline').innerText()).replace('%', ''));
	const text = await page.locator('p.target').innerText();
	const [, target = '', left = ''] =
		/^Chỉ tiêu năm \d{4}: ([\d,]+)% · còn ([\d,]+) điểm phần trăm$/.exec(text) ?? [];
	expect(number(target)).toBeGreaterThan(shown);
	expect(number(left)).toBeCloseTo(number(target) - shown, 0);
});
