import * as v from 'valibot';
import { OwnScreen } from '../../src/lib/contracts/screens';
import { accountOf } from './environment';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling } from './fixtures';
import { testFrom } from './moved-clock/fixture';
import { openAs } from './season/pages';

const evening = '2026-10-31T14:00:00Z';
const test = testFrom(evening);

test('a wall is paired by its code, led by a phone, cut off, slept, upgraded and revoked, with no hand on it', async ({
	browser,
	world,
}) => {
	// Nobody is signed in on it, and its clock is moved as the server's is.
	const wall = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
	const screen = await wall.newPage();
	await screen.clock.install({ time: evening });
	/** As after a sleep: what was due meanwhile is done once. */
	const moveTo = async (instant: string) => {
		await world.moveTo(instant);
		const shown = await screen.evaluate(() => Date.now());
		await screen.clock.fastForward(Date.parse(instant) - shown);
	};
	const header = screen.getByRole('banner');
	const isLive = () =>
		expect(header.getByText('Trực tiếp', { exact: true })).toBeVisible({ timeout: 30_000 });
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

	const remote = await test.step('an administrator sees what it is, and names it', async () => {
		await phone.goto(`/quan-tri/man-hinh?ma=${code.toLowerCase()}`);
		await expect(phone.getByText('1920 × 1080').first()).toBeVisible();
		await expectNoAxeViolations(phone);
		await phone.getByLabel('Tên màn hình').fill('Phòng giao ban');
		const told = screen.waitForResponse((answer) => answer.url().endsWith('/thiet-bi'));
		await phone.getByRole('button', { name: 'Duyệt' }).click();
		await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Phòng giao ban');
		await expect(screen).toHaveURL(/\/man-hinh-lon\?giay=3600$/, { timeout: 15_000 });
		await isLive();
		return new URL(v.parse(OwnScreen, await (await told).json()).remote.address);
	});
	const own = new URL(phone.url()).pathname;

	await test.step('the phone pins a scene; cut off meanwhile, the wall hears of it afterwards', async () => {
		await phone.goto(remote.pathname + remote.search);
		await phone.getByRole('button', { name: 'Cầm điều khiển' }).click();
		await phone.getByLabel('Cảnh').selectOption('Các tổ');
		await phone.getByRole('button', { name: 'Ghim lên màn hình' }).click();
		await expect(screen).toHaveURL(/\/man-hinh-lon\?giay=3600&canh=to$/);
		await expect(scene).toHaveText('Các tổ');
		await expectNoSidewaysScrolling(phone);
		await wall.setOffline(true);
		await phone.getByRole('button', { name: 'Trả về tự chạy' }).click();
		await expect(phone.getByText('Màn hình đã tự chạy trở lại.')).toBeVisible();
		await expect(screen.getByRole('alert')).toHaveText('Mất kết nối', { timeout: 20_000 });
		await wall.setOffline(false);
		await expect(screen).toHaveURL(/\/man-hinh-lon\?giay=3600$/, { timeout: 30_000 });
		await isLive();
	});

	await test.step('it sleeps over midnight and the end of a month', async () => {
		await expect(header).toContainText('31/10/2026');
		await screen.evaluate(() => Object.assign(window, { isFormer: true }));
		// The line breaks once more just when it reads its figures anew.
		await screen.route(/__data\.json/, (route) => route.abort(), { times: 1 });
		const read = screen.waitForResponse(/__data\.json/);
		await moveTo('2026-11-01T01:00:00Z');
		await read;
		await isLive();
		await expect(header).toContainText('08:00 · 1/11/2026');
		expect(await screen.evaluate(() => 'isFormer' in window)).toBe(true);
		await expect(header).toContainText('tháng 10/2026');
	});

	await test.step('it is awake when a month’s reports are due', async () => {
		await moveTo('2026-11-26T16:50:00Z');
		await isLive();
		await expect(header).toContainText('tháng 10/2026');
		await moveTo('2026-11-26T16:59:57Z');
		await expect(header).toContainText('00:00 · 27/11/2026');
		await expect(header).toContainText('tháng 11/2026');
	});

	await test.step('whoever paused it, looked back and asked for help has left: it goes on by itself', async () => {
		await screen.keyboard.press('2');
		await expect(scene).toHaveText('Hạn nộp');
		await screen.keyboard.press(' ');
		await screen.getByRole('slider', { name: 'Thời điểm' }).fill('0');
		await screen.keyboard.press('?');
		const held = [
			screen.getByText('đang dừng'),
			screen.getByRole('button', { name: 'Về hiện tại', includeHidden: true }),
			screen.getByRole('dialog'),
		];
		await screen.clock.fastForward(14 * 60_000);
		for (const each of held) await expect(each).toBeVisible();
		await screen.clock.fastForward(60_000);
		for (const each of held) await expect(each).toBeHidden();
		await screen.keyboard.press('1');
	});

	await test.step('it is awake when the year ends', async () => {
		await moveTo('2026-12-31T16:50:00Z');
		await expect(header).toContainText('tháng 12/2026');
		await moveTo('2026-12-31T16:59:57Z');
		await expect(header).toContainText('00:00 · 1/1/2027');
		await isLive();
	});

	await test.step('a new release is loaded, at the scene that it was at', async () => {
		await screen.keyboard.press('2');
		await expect(scene).toHaveText('Hạn nộp');
		const other = { json: { version: 'another' } };
		await screen.route('**/_app/version.json', (route) => route.fulfill(other), { times: 1 });
		await screen.evaluate(() => Object.assign(window, { isFormer: true }));
		await world.restart('2027-01-01T01:00:00Z');
		await screen.waitForFunction(() => !('isFormer' in window));
		await isLive();
		await expect(scene).toHaveText('Hạn nộp');
	});

	await test.step('its list says what it shows; taken away, it asks for a code again', async () => {
		const again = await openPhone();
		await again.goto(own);
		await expect(again.getByRole('heading', { level: 1 })).toHaveText('Phòng giao ban');
		await again.getByText('Thu hồi', { exact: true }).first().click();
		await again.getByRole('button', { name: 'Thu hồi' }).click();
		await expect(screen).toHaveURL(/\/man-hinh-lon\/ghep-noi\?giay=3600$/, { timeout: 10_000 });
		await again.context().close();
	});
	await phone.context().close();
	await wall.close();
});
