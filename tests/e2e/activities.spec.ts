import type { Page } from '@playwright/test';
import { vi } from '../../src/lib/messages/vi';
import { open } from '../../src/lib/messages/vi/open';
import { serverAddress } from './environment';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures';

/** The smallest picture there is: one transparent pixel. */
const picture = {
	name: 'buoi-tuyen-truyen.png',
	mimeType: 'image/png',
	buffer: Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
		'base64',
	),
};

test('an activity is noted down on a phone without scripts, then corrected and cancelled', async ({
	browser,
	sessionOf,
}) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		baseURL: serverAddress,
		viewport: { width: 360, height: 640 },
	});
	await context.addCookies(await sessionOf('reporter'));
	const page = await context.newPage();
	const field = (label: string) => page.getByLabel(label, { exact: true });
	await page.goto('/hoat-dong/them');
	await page.getByRole('radio', { name: /^Đến tận hộ/ }).check();
	await field('Địa điểm').fill('Xóm Bến');
	await field('Số người dự').fill('12');
	await page.getByRole('button', { name: 'Lưu hoạt động' }).click();
	await expect(
		page.getByText('Loại hoạt động đã chọn không có số này: hãy để trống.'),
	).toBeVisible();
	await expect(field('Địa điểm')).toHaveValue('Xóm Bến');
	await expect(page.getByRole('radio', { name: /^Đến tận hộ/ })).toBeChecked();

	await page.getByRole('radio', { name: /^Buổi tuyên truyền/ }).check();
	await field('Số người dự').fill('31');
	await page.getByText('Thêm số liệu, ảnh, ghi chú').click();
	await page.locator('input[type=file]').setInputFiles(picture);
	await page.getByRole('button', { name: 'Lưu hoạt động' }).click();
	await expect(page.getByText('Đã ghi hoạt động.')).toBeVisible();
	await expect(page.getByText('31 lượt người · có ảnh').first()).toBeVisible();

	await page.getByRole('link', { name: 'Xem lại' }).click();
	await expect(page.getByText('Xóm Bến').first()).toBeVisible();
	const photo = await page.getByRole('link', { name: /^Xem ảnh/ }).getAttribute('href');
	const answer = await context.request.get(photo ?? '');
	expect(answer.headers()['content-type']).toBe('image/png');

	await page.getByText('Đính chính', { exact: true }).click();
	await field('Số người dự').fill('33');
	await page.getByRole('button', { name: 'Lưu đính chính' }).click();
	await expect(page.getByText('Hãy ghi lý do, ít nhất 5 ký tự.')).toBeVisible();
	await expect(field('Số người dự')).toHaveValue('33');
	await page.getByLabel('Lý do').first().fill('đếm lại danh sách');
	await page.getByRole('button', { name: 'Lưu đính chính' }).click();
	await expect(page.getByText('Lượt người dự: 31 → 33')).toBeVisible();

	await page.getByText('Hủy hoạt động này').first().click();
	await page.getByLabel('Lý do').last().fill('ghi nhầm thôn khác');
	await page.getByRole('button', { name: 'Hủy hoạt động này' }).click();
	await expect(page.getByText('Hoạt động này đã hủy và không còn được tính.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Lưu đính chính' })).toHaveCount(0);
	await context.close();
});

test('a form that is sent by two clicks is stored once', async ({ page, signIn }) => {
	await signIn('reporter');
	await page.goto('/hoat-dong/them');
	await page.getByRole('radio', { name: /^Buổi tuyên truyền/ }).check();
	await page.getByLabel('Địa điểm', { exact: true }).fill('Sân kho hai lần');
	await page.getByLabel('Số người dự', { exact: true }).fill('4321');
	await page.getByRole('button', { name: 'Lưu hoạt động' }).dblclick();
	await expect(page.getByText('Đã ghi hoạt động.')).toBeVisible();
	await page.goto('/hoat-dong');
	await expect(page.getByText('4.321 lượt người')).toHaveCount(1);
});

test('a form that is refused shows what to correct, wherever it was sent from', async ({
	page,
	signIn,
	pageFaults,
}) => {
	await page.setViewportSize({ width: 360, height: 640 });
	await signIn('reporter');
	await page.goto('/hoat-dong/them');
	await page.waitForLoadState('networkidle');
	await page.getByRole('radio', { name: /^Buổi tuyên truyền/ }).check();
	const day = page.getByLabel('Ngày thực hiện');
	await day.fill('1999-01-01');
	await page.getByLabel('Số người dự', { exact: true }).fill('30');
	await page.getByText('Thêm số liệu, ảnh, ghi chú').click();
	await page.getByRole('button', { name: 'Lưu hoạt động' }).click();
	await expect(day).toBeFocused();
	await expect(page.getByText('Ngày này trước khi có tổ')).toBeInViewport();
	await page.goto('/kien-nghi/them');
	await page.waitForLoadState('networkidle');
	await page.getByLabel('Nội dung').fill('ngắn');
	await page.getByRole('button', { name: 'Gửi' }).click();
	await expect(page.getByRole('radio', { name: 'Kinh phí' })).toBeFocused();
	await expect(page.getByText('Hãy chọn một mục.')).toBeInViewport();
	expect(pageFaults).toEqual([]);
});

test('what somebody did before on another page is told as that, with the way back', async ({
	page,
	context,
	signIn,
}) => {
	await signIn('reporter');
	await page.goto('/hoat-dong/them');
	await page.getByRole('radio', { name: /^Buổi tuyên truyền/ }).check();
	await page.getByLabel('Địa điểm', { exact: true }).fill('Nhà văn hóa hai trang');
	await page.getByLabel('Số người dự', { exact: true }).fill('31');
	await page.getByRole('button', { name: 'Lưu hoạt động' }).click();
	await expect(page.getByText('Đã ghi hoạt động.')).toBeVisible();
	await page.getByRole('link', { name: 'Xem lại' }).click();
	await page.waitForURL(/\/hoat-dong\/\d+$/);
	const other = await context.newPage();
	await other.goto(page.url());
	for (const one of [page, other]) {
		await one.getByText('Hủy hoạt động này').first().click();
		await one.getByLabel('Lý do').last().fill('ghi nhầm thôn khác');
		await one.getByRole('button', { name: 'Hủy hoạt động này' }).click();
		if (one === page) await expect(one.getByText('Hoạt động này đã hủy')).toBeVisible();
	}
	const said = 'Chưa lưu được vì tình hình đã thay đổi';
	await expect(other.getByRole('alert')).toContainText(said);
	await expect(other.getByLabel('Lý do').last()).toHaveValue('ghi nhầm thôn khác');
	await other.getByRole('link', { name: 'Mở lại trang vừa rồi' }).click();
	await expect(other.getByText('Hoạt động này đã hủy')).toBeVisible();
});

test('what people typed is marked as Vietnamese on English pages', async ({ page, signIn }) => {
	await signIn('administrator');
	await page.goto('/en/hoat-dong');
	await expect(page.locator('main li p > [lang="vi"]').first()).not.toBeEmpty();
	await page.locator('main li a').first().click();
	await expect(page.locator('dd [lang="vi"]').first()).not.toBeEmpty();
	await page.goto('/en/ke-hoach?cap=province');
	await page
		.locator('main li > a[href^="/en/ke-hoach/"]:not([href*="/them"]):not([href*="/viec/"])')
		.first()
		.click();
	await expect(page.locator('h1 [lang="vi"]')).not.toBeEmpty();
	await expect(page.locator('tbody th a [lang="vi"]').first()).not.toBeEmpty();
});

test('the form asks only for what its kind of activity has', async ({
	page,
	signIn,
	pageFaults,
}) => {
	await page.setViewportSize({ width: 360, height: 640 });
	await signIn('reporter');
	await page.goto('/hoat-dong/them');
	await page.waitForLoadState('networkidle');
	await expect(page.getByLabel('Số người dự')).toBeVisible();
	await page.getByRole('radio', { name: /^Đến tận hộ/ }).check();
	await expect(page.getByLabel('Số người dự')).toHaveCount(0);
	await page.getByLabel('Số hộ đã đến').fill('7');
	await page.getByLabel('Địa điểm').fill('Xóm Đình');
	await expectNoSidewaysScrolling(page);
	await expectNoAxeViolations(page);
	await page.getByRole('button', { name: 'Lưu hoạt động' }).click();
	await expect(page.getByText('Đã ghi hoạt động.')).toBeVisible();
	expect(pageFaults).toEqual([]);
});

/** The ledger has it below who answered, with who asked; so has the home page. */
async function expectPublished(
	page: Page,
	{ question, answer }: Record<'question' | 'answer', string>,
) {
	await page.goto('/kien-nghi-cong-khai');
	const entry = page.getByRole('listitem').filter({ hasText: question });
	await expect(entry).toContainText(`${open.ledger.answer} ${answer}`);
	await expect(entry).toContainText(/(Xã|Phường|Đặc khu) .+, ngày \d+\/\d+\/\d{4}; trả lời sau/);
	const level = page.locator('section', { has: entry });
	await expect(level.getByRole('heading', { level: 2 })).toHaveText(/\S/);
	await expect(level.locator('> p')).toContainText(/Đã trả lời: [1-9]/);
	// The slowest first.
	const usual = (await page.locator('section > p').allTextContents()).flatMap((text) =>
		[...text.matchAll(/Thường mất (\d+)/g)].map(([, days]) => Number(days)),
	);
	expect(usual.length).toBeGreaterThan(0);
	expect(usual).toEqual(usual.toSorted((one, other) => other - one));
	// Whoever approves is led on from there.
	const home = await (await fetch(serverAddress)).text();
	const [, answers = ''] = home.split('<h2 id="answers"');
	expect(answers).toContain(vi.home.answers);
	expect(answers).toContain(question);
	expect(answers).toContain(answer);
}

test('a ticket is raised without scripts, answered above, reopened and closed', async ({
	browser,
	page,
	sessionOf,
	pageFaults,
}) => {
	const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: serverAddress });
	await plain.addCookies(await sessionOf('reporter'));
	const team = await plain.newPage();
	await team.goto('/kien-nghi/them?tim=thon');
	await team.getByRole('button', { name: 'Gửi', exact: true }).click();
	await expect(team.getByText('Hãy chọn một mục.')).toBeVisible();
	await team.getByRole('radio', { name: 'Wifi nơi công cộng' }).check();
	await team.getByLabel('Nội dung').fill('Nhà văn hóa thôn chưa có wifi để hướng dẫn bà con.');
	await team.getByRole('button', { name: 'Gửi', exact: true }).click();
	await expect(team.getByText(/^Đã gửi/)).toBeVisible();
	await expect(team.locator('[aria-current=step]')).toContainText('đang ở đây');
	const address = new URL(team.url()).pathname;

	await page.context().addCookies(await sessionOf('approver'));
	await page.goto(address);
	await expectNoAxeViolations(page);
	await page.getByLabel('Nội dung trả lời').fill('Xã lắp wifi trong tháng này.');
	const [question, answer] = ['Nhà văn hóa một thôn cần wifi.', 'Có wifi trước cuối tháng.'];
	await page.getByLabel(/^Tóm tắt điều được hỏi/).fill(question);
	await page.getByLabel(/^Tóm tắt câu trả lời/).fill(answer);
	await page.getByRole('button', { name: 'Gửi trả lời' }).click();
	await expect(page.getByText('Đã gửi trả lời.')).toBeVisible();
	await expectPublished(page, { question, answer });
	await page.goto('/kien-nghi?tinh-trang=answered&nhom=wifi');
	await expect(page.locator(`a[href="${address}"]`)).toBeVisible();

	await team.reload();
	await expect(team.getByText('Xã lắp wifi trong tháng này.')).toBeVisible();
	await team.getByLabel('Vì sao cần mở lại?').fill('Đã hết tháng mà chưa lắp.');
	await team.getByRole('button', { name: 'Mở lại kiến nghị' }).click();
	await expect(team.getByText('Đã mở lại kiến nghị.')).toBeVisible();
	await team.getByRole('button', { name: 'Khép lại kiến nghị' }).click();
	await expect(team.getByText('Đã khép lại kiến nghị.')).toBeVisible();
	await page.goto(address);
	await expect(page.getByRole('button', { name: 'Gửi trả lời' })).toHaveCount(0);
	expect(pageFaults).toEqual([]);
	await plain.close();
});

test('an administrator sets how long a level may keep a ticket', async ({ page, signIn }) => {
	await signIn('administrator');
	await page.goto('/kien-nghi');
	const days = page.getByLabel(/^Số ngày mỗi cấp/);
	await expect(days).toHaveValue('7');
	await days.fill('0');
	await page.getByRole('button', { name: 'Lưu thời hạn' }).click();
	await expect(page.getByText('Hãy ghi số ngày từ 1 đến 90.')).toBeVisible();
	await days.fill('7');
	await page.getByRole('button', { name: 'Lưu thời hạn' }).click();
	await expect(page.getByText('Đã lưu thời hạn trả lời.')).toBeVisible();
});
