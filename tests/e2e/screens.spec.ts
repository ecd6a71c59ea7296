import * as v from 'valibot';
import { OwnScreen } from '../../src/lib/contracts/screens';
import { serverAddress } from './environment';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures';

test('a wall is paired by its code, led by a phone, cut off and back, and revoked', async ({
	page,
	signIn,
	browser,
}) => {
	// Nobody is signed in on it.
	const wall = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
	const screen = await wall.newPage();
	await screen.goto(`${serverAddress}/man-hinh-lon?giay=30`);
	await expect(screen).toHaveURL(/\/man-hinh-lon\/ghep-noi\?giay=30$/);
	const code = (await screen.getByText(/^[B-Z]{4}-[B-Z]{4}$/).innerText()).trim();

	await page.setViewportSize({ width: 360, height: 740 });
	await signIn('administrator');
	await page.goto(`/quan-tri/man-hinh?ma=${code.toLowerCase()}`);
	await expect(page.getByText('1920 × 1080').first()).toBeVisible();
	await expectNoAxeViolations(page);
	await page.getByLabel('Tên màn hình').fill('Phòng giao ban');
	const told = screen.waitForResponse((answer) => answer.url().endsWith('/man-hinh-lon/thiet-bi'));
	await page.getByRole('button', { name: 'Duyệt' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Phòng giao ban');
	const own = page.url();

	await expect(screen).toHaveURL(/\/man-hinh-lon\?giay=30$/, { timeout: 15_000 });
	const live = screen.getByRole('banner').getByText('Trực tiếp', { exact: true });
	await expect(live).toBeVisible({ timeout: 15_000 });
	const { remote } = v.parse(OwnScreen, await (await told).json());

	await page.goto(new URL(remote.address).pathname + new URL(remote.address).search);
	await page.getByRole('button', { name: 'Cầm điều khiển' }).click();
	await page.getByLabel('Cảnh').selectOption({ index: 1 });
	await page.getByRole('button', { name: 'Ghim lên màn hình' }).click();
	await expect(screen).toHaveURL(/\/man-hinh-lon\?giay=30&canh=/);
	await expectNoSidewaysScrolling(page);

	// What happens meanwhile it hears afterwards, and goes back to its own address by itself.
	await wall.setOffline(true);
	await page.getByRole('button', { name: 'Trả về tự chạy' }).click();
	await expect(page.getByText('Màn hình đã tự chạy trở lại.')).toBeVisible();
	await wall.setOffline(false);
	await expect(screen).toHaveURL(/\/man-hinh-lon\?giay=30$/, { timeout: 30_000 });

	await page.goto(own);
	await page.getByText('Thu hồi', { exact: true }).first().click();
	await page.getByRole('button', { name: 'Thu hồi' }).click();
	await expect(screen).toHaveURL(/\/man-hinh-lon\/ghep-noi\?giay=30$/, { timeout: 10_000 });
	await wall.close();
});
