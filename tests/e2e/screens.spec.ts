import { accountOf } from './environment';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling } from './fixtures';
import { testFrom } from './moved-clock/fixture';
import { scan } from './scan';
import { openAs } from './season/pages';

const evening = '2026-10-31T14:00:00Z';
/** Milliseconds within which a wall is right again, whatever has happened to it. */
const promised = 5_000;
const untilMidnight = 3_000;
const test = testFrom(evening);

test('a wall is paired by its code, led by a phone, cut off, slept, upgraded and revoked, with no hand on it', async ({
	browser,
	world,
}) => {
	// Nobody is signed in on it, and its clock is moved as the server's is.
	const wall = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
	const screen = await wall.newPage();
	await screen.clock.install({ time: evening });
	// A clock that is moved takes the browser's word on memory away.
	await screen.addInitScript(() => {
		Object.defineProperty(performance, 'memory', { value: { usedJSHeapSize: 91_000_000 } });
	});
	/** As after a sleep: what was due meanwhile is done once. */
	const moveTo = async (instant: string) => {
		await world.moveTo(instant);
		const shown = await screen.evaluate(() => Date.now());
		await screen.clock.fastForward(Date.parse(instant) - shown);
	};
	const header = screen.getByRole('banner');
	const isLive = (timeout = promised) =>
		expect(header.getByText('Trực tiếp', { exact: true })).toBeVisible({ timeout });
	/** Live, with the time and the month that it should have, soon enough after what has just happened. */
	const isRight = (time: string, month: string, timeout = promised) =>
		expect
			.poll(async () => (await header.innerText()).replaceAll('\n', ' '), { timeout })
			.toMatch(new RegExp(`tháng ${month}.*Trực tiếp.*${time}`));
	const scene = screen.getByRole('navigation', { name: 'Chọn cảnh' }).locator('strong');
	const openPhone = async () => {
		const page = await openAs(browser, world.address, accountOf('administrator'));
		await page.setViewportSize({ width: 360, height: 740 });
		return page;
	};

	const phone = await openPhone();
	const shownCode = screen.getByText(/^[B-Z]{4}-[B-Z]{4}$/);

	await test.step('it asks for a code until it is given one, however often it has to wait', async () => {
		let refusals = 0;
		await screen.route(/ghep-noi/, (route) => {
			const isRefused = route.request().method() === 'POST' && refusals < 2;
			if (!isRefused) return route.fallback();
			refusals += 1;
			// As SvelteKit writes what a form's action answers.
			return route.fulfill({ json: { type: 'failure', status: 429, data: '[{"wait":1},15]' } });
		});
		await screen.goto(`${world.address}/man-hinh-lon?giay=3600`);
		await expect(screen).toHaveURL(/\/man-hinh-lon\/ghep-noi\?giay=3600$/);
		const wait = screen.getByText(/tự xin lại sau 15 phút/);
		await expect(wait).toBeVisible();
		await screen.clock.fastForward(15 * 60_000);
		await expect.poll(() => refusals).toBe(2);
		await expect(wait).toBeVisible();
		await screen.clock.fastForward(15 * 60_000);
		await expect(shownCode).toBeVisible();
	});

	await test.step('turned away, it shows another code ten minutes later', async () => {
		const first = (await shownCode.innerText()).trim();
		await phone.goto(`/quan-tri/man-hinh?ma=${first}`);
		await phone.getByRole('button', { name: 'Từ chối' }).click();
		await expect(phone.getByText('Đã từ chối màn hình đó.')).toBeVisible();
		await screen.clock.fastForward(5_000);
		await expect(screen.getByText(/Quản trị viên đã từ chối/)).toBeVisible();
		await moveTo('2026-10-31T14:45:00Z');
		await expect(shownCode).not.toHaveText(first);
	});
	const code = (await shownCode.innerText()).trim();

	await test.step('an administrator sees what it is, and names it', async () => {
		await phone.goto(`/quan-tri/man-hinh?ma=${code.toLowerCase()}`);
		await expect(phone.getByText('1920 × 1080').first()).toBeVisible();
		await expectNoAxeViolations(phone);
		await phone.getByLabel('Tên màn hình').fill('Phòng giao ban');
		await phone.getByRole('button', { name: 'Duyệt' }).click();
		await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Phòng giao ban');
		await expect(screen).toHaveURL(/\/man-hinh-lon\?giay=3600$/, { timeout: 15_000 });
		await isLive(15_000);
	});
	const own = new URL(phone.url()).pathname;

	await test.step('the list says what it shows, since when and how', async () => {
		await screen.clock.fastForward(6_000);
		const row = phone.getByRole('row', { name: /Phòng giao ban/ });
		await expect(async () => {
			await phone.goto('/quan-tri/man-hinh');
			await expect(row).toContainText('Số liệu mới nhất', { timeout: 500 });
			await expect(row).toContainText('Toàn cảnh', { timeout: 500 });
		}).toPass();
		await expect(row).toContainText(/lúc 21:4\d ngày 31\/10\/2026, thay đổi số \d/);
		await expect(row).toContainText(/\d\d:\d\d ngày \d+\/\d+\/20\d\d/);
		await expect(row).toContainText('1920 × 1080');
		await expect(row).toContainText('91 MB');
	});

	await test.step('the phone pins a scene; cut off meanwhile, the wall hears of it afterwards', async () => {
		// Nobody in the room sees the code before somebody is at the screen.
		const code = screen.getByRole('img', { name: /Mã QR mở trang điều khiển/ });
		await expect(code).toHaveCount(0);
		await screen.keyboard.press('q');
		await phone.goto((await scan(code)) ?? '');
		await screen.keyboard.press('q');
		await expect(code).toHaveCount(0);
		// Whoever speaks to the screen switches single keys off, this one as well.
		const help = screen.getByRole('button', { name: 'Trợ giúp' });
		const usesKeys = screen.getByRole('checkbox', { name: 'Dùng phím tắt' });
		await help.press('Enter');
		await usesKeys.press(' ');
		await screen.keyboard.press('Escape');
		await screen.keyboard.press('q');
		await expect(code).toHaveCount(0);
		await help.press('Enter');
		await usesKeys.press(' ');
		await screen.keyboard.press('Escape');
		await help.blur();
		await phone.getByRole('button', { name: 'Cầm điều khiển' }).click();
		await phone.getByLabel('Cảnh').selectOption('Các tổ');
		await phone.getByRole('button', { name: 'Ghim lên màn hình' }).click();
		await expect(screen).toHaveURL(/\/man-hinh-lon\?giay=3600&canh=to$/);
		await expect(scene).toHaveText('Các tổ');
		await expectNoSidewaysScrolling(phone);
		await phone.getByLabel('Cảnh').selectOption('Để màn hình tự chọn');
		await phone.getByLabel('Phóng to xã, phường').selectOption({ label: 'Xã Bình Minh' });
		await phone.getByLabel('Xem lại lúc').fill('2026-10-30T20:15');
		await phone.getByRole('button', { name: 'Ghim lên màn hình' }).click();
		await expect(screen).toHaveURL(/\?giay=3600&xa=\w+&luc=2026-10-30T20%3A15$/);
		await expect(header.getByText('Xem lại lúc 20:15 ngày 30/10/2026')).toBeVisible();
		await wall.setOffline(true);
		await phone.getByRole('button', { name: 'Trả về tự chạy' }).click();
		await expect(phone.getByText('Màn hình đã tự chạy trở lại.')).toBeVisible();
		await screen.clock.fastForward(12_000);
		await expect(header.getByText('Xem lại lúc 20:15')).toBeVisible();
		await wall.setOffline(false);
		await expect(screen).toHaveURL(/\/man-hinh-lon\?giay=3600$/, { timeout: promised });
		await isLive();
	});

	await test.step('cut off, it says so; the line back, it is right again', async () => {
		await wall.setOffline(true);
		await screen.clock.fastForward(12_000);
		await expect(screen.getByRole('alert')).toHaveText('Mất kết nối', { timeout: promised });
		await wall.setOffline(false);
		await isLive();
	});

	await test.step('it sleeps over midnight and the end of a month', async () => {
		await expect(header).toContainText('31/10/2026');
		await screen.evaluate(() => Object.assign(window, { isFormer: true }));
		// The line breaks once more just when it reads its figures anew.
		await screen.route(/__data\.json/, (route) => route.abort(), { times: 1 });
		const read = screen.waitForResponse(/__data\.json/);
		await moveTo('2026-11-01T01:00:00Z');
		const woken = Date.now();
		await read;
		await isRight('08:00 · 1/11/2026', '10/2026', woken + promised - Date.now());
		expect(await screen.evaluate(() => 'isFormer' in window)).toBe(true);
	});

	await test.step('it is awake when a month’s reports are due', async () => {
		await moveTo('2026-11-26T16:50:00Z');
		await isRight('23:50 · 26/11/2026', '10/2026');
		await moveTo('2026-11-26T16:59:57Z');
		await isRight('00:00 · 27/11/2026', '11/2026', untilMidnight + promised);
		expect(await screen.evaluate(() => 'isFormer' in window)).toBe(true);
	});

	await test.step('whoever paused it, looked back and asked for help has left: it goes on by itself', async () => {
		// On the night of a deadline that comes first.
		await screen.keyboard.press('1');
		await expect(scene).toHaveText('Hạn nộp');
		await screen.keyboard.press(' ');
		await screen.getByRole('slider', { name: 'Thời điểm' }).fill('0');
		await screen.keyboard.press('?');
		const held = [
			screen.getByText('đang dừng', { exact: true }),
			screen.getByRole('button', { name: 'Về hiện tại', includeHidden: true }),
			screen.getByRole('dialog'),
		];
		await screen.clock.fastForward(14 * 60_000);
		for (const each of held) await expect(each).toBeVisible();
		await screen.clock.fastForward(60_000);
		for (const each of held) await expect(each).toBeHidden();
		await screen.keyboard.press('2');
	});

	await test.step('it is awake when the year ends', async () => {
		await moveTo('2026-12-31T16:50:00Z');
		await isRight('23:50 · 31/12/2026', '12/2026');
		await moveTo('2026-12-31T16:59:57Z');
		await isRight('00:00 · 1/1/2027', '12/2026', untilMidnight + promised);
	});

	await test.step('a new release is loaded, at the scene that it was at', async () => {
		await screen.keyboard.press('2');
		await expect(scene).toHaveText('Hạn nộp');
		const other = { json: { version: 'another' } };
		await screen.route('**/_app/version.json', (route) => route.fulfill(other), { times: 1 });
		await screen.evaluate(() => Object.assign(window, { isFormer: true }));
		await world.restart('2027-01-01T01:00:00Z');
		const began = Date.now();
		await screen.waitForFunction(() => !('isFormer' in window), null, { timeout: promised });
		await isRight('08:00 · 1/1/2027', '12/2026', began + promised - Date.now());
		await expect(scene).toHaveText('Hạn nộp');
	});

	await test.step('its list says what it shows; taken away, it asks for a code again', async () => {
		const again = await openPhone();
		await again.goto(own);
		await expect(again.getByRole('heading', { level: 1 })).toHaveText('Phòng giao ban');
		await again.getByText('Thu hồi', { exact: true }).first().click();
		await again.getByRole('button', { name: 'Thu hồi' }).click();
		await expect(screen).toHaveURL(/\/man-hinh-lon\/ghep-noi\?giay=3600$/, { timeout: promised });
		await again.context().close();
	});
	await phone.context().close();
	await wall.close();
});
