import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling } from '../fixtures';
import { attach, check, pick, press, send, type } from '../keys';

/** What people do on the pages of a season, as often as a test wants it. */

const letter = {
	...{ name: 'to-trinh.pdf', mimeType: 'application/pdf' },
	buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
};
/** Of a dossier that is whole. */
export const parts = ['Tờ trình', 'Báo cáo thành tích có xác nhận', 'Biên bản họp xét'];

/** A page of somebody, in a browser of their own. */
export async function openAs(
	browser: Browser,
	address: string,
	account: { name: string; password: string },
	options: BrowserContextOptions = {},
): Promise<Page> {
	const context = await browser.newContext({ ...options, baseURL: address });
	const answer = await context.request.post('/dang-nhap', {
		form: { name: account.name, password: account.password },
		headers: { origin: address },
	});
	expect(answer.ok()).toBe(true);
	return context.newPage();
}

/** Opens a season with a collective and an individual category; answers its address. */
export async function openSeason(page: Page, name: string): Promise<string> {
	await page.goto('/thi-dua/them');
	await page.getByLabel('Năm', { exact: true }).fill('2026');
	await page.getByLabel('Tên mùa xét tặng').fill(name);
	await page.getByLabel('Số liệu tính từ ngày').fill('2026-06-01');
	await page.getByLabel('Đến hết ngày').fill('2026-07-31');
	await page.getByLabel('Căn cứ của các quy định ban đầu').fill('Hướng dẫn thử số 01');
	await page.getByLabel('Số lượng tối đa (Xã, phường)').fill('1');
	await page.getByLabel('Số lượng tối đa (Cá nhân)').fill('1');
	await page.getByRole('button', { name: 'Mở mùa xét tặng' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
	await expectNoSidewaysScrolling(page);
	return new URL(page.url()).pathname;
}

/** Shortens the appraisal, which no rule may be without a reason. */
export async function shortenAppraisal(page: Page, season: string, days: string): Promise<void> {
	await page.goto(`${season}/quy-dinh`);
	await page.getByText('Sửa quy định').click();
	await page.getByLabel('Quy định', { exact: true }).selectOption('appraisalDays');
	await page.getByLabel('Giá trị').fill(days);
	await page.getByLabel('Căn cứ', { exact: true }).fill('Công văn thử số 5');
	await page.getByRole('button', { name: 'Lưu quy định' }).click();
	await expect(page.getByText('Hãy điền chỗ này.')).toBeVisible();
	await page.getByLabel('Lý do sửa').fill('Rút ngắn thẩm định');
	await page.getByRole('button', { name: 'Lưu quy định' }).click();
	await expect(page.getByText('Lý do: Rút ngắn thẩm định')).toBeVisible();
}

/** Weighs criteria without seeing a unit, and signs. @returns the version's address. */
export async function signCriteria(page: Page, season: string): Promise<string> {
	await page.goto('/thi-dua');
	await page.getByRole('link', { name: /^Soạn tiêu chí: Xã, phường tiêu biểu/ }).click();
	await page.getByRole('button', { name: 'Soạn bản mới: Xã, phường tiêu biểu' }).click();
	await page.waitForURL(new RegExp(`${season}/tieu-chi/\\d+$`));
	await page.getByRole('slider').first().fill('40');
	await page.getByRole('button', { name: 'Thử trọng số này' }).click();
	await expect(page.getByText('Đã thử và ghi lại.')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Các lần thử' })).toBeVisible();
	await expect(page.locator('main')).not.toContainText(/Xã (?!, phường)\p{Lu}/u);
	await expectNoAxeViolations(page);
	await page.getByRole('button', { name: 'Ký, không sửa nữa' }).click();
	await expect(page.getByText('Ký lần một: E2E committee')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Ký lần hai' })).toHaveCount(0);
	return new URL(page.url()).pathname;
}

/** Seats a council by its decision. */
export async function nameCouncil(
	page: Page,
	season: string,
	members: readonly { name: string; seat: string }[],
): Promise<void> {
	await page.goto(`${season}/hoi-dong`);
	await page.getByLabel('Số quyết định').fill('12/QĐ-UBND');
	await page.getByLabel('Ngày quyết định').fill('2026-05-15');
	await page.getByLabel('Thang chấm').fill('Kết quả | 60\nCách làm | 40');
	await page.getByRole('button', { name: 'Lưu' }).click();
	await expect(page.getByText('Đã lưu.')).toBeVisible();
	for (const { name, seat } of members) {
		await page.getByLabel('Tên đăng nhập').fill(name);
		await page.getByLabel('Vai trò').selectOption(seat);
		await page.getByLabel('Chức vụ').fill(`Chức vụ ${seat}`);
		await page.getByRole('button', { name: 'Thêm thành viên' }).click();
		await expect(page.getByRole('rowheader', { name })).toBeVisible();
	}
}

/** With keys alone, as all that follows. */
export async function addFiles(page: Page, given: readonly string[]): Promise<void> {
	for (const part of given) {
		await pick(page, page.getByLabel('Phần hồ sơ'), part);
		await type(page, page.getByLabel('Tên tệp trong hồ sơ'), part);
		await attach(page, page.getByLabel(/^Tệp \(PDF/), letter);
		await send(page, page.getByRole('button', { name: 'Thêm tệp' }));
		const item = page.getByRole('listitem').filter({ hasText: part }).first();
		await expect(item).toContainText('Đã có');
	}
}

/** Puts a unit forward in a category, or the first team member that it has. */
export async function putForward(
	page: Page,
	season: string,
	{ category, unit }: { category: string; unit: string },
): Promise<{ name: string; dossier: string }> {
	await page.goto(`${season}/de-cu/them`);
	await pick(page, page.getByLabel('Hạng mục'), category);
	await pick(page, page.getByLabel('Đơn vị'), unit);
	await press(page, page.getByRole('button', { name: 'Xem những ai có thể được đề cử' }));
	const merits = 'Đi từng nhà cho đến khi ai cũng làm được.';
	await type(page, page.getByLabel('Thành tích nổi bật'), merits);
	await send(page, page.getByRole('button', { name: 'Lập hồ sơ đề cử' }));
	await page.waitForURL(/\/de-cu\/\d+$/);
	const name = await page.getByRole('heading', { level: 1 }).innerText();
	return { name, dossier: new URL(page.url()).pathname };
}

export async function submitDossier(page: Page): Promise<void> {
	await send(page, page.getByRole('button', { name: 'Gửi hồ sơ' }));
	await expect(page.getByText('Đã gửi hồ sơ.')).toBeVisible();
}

/** The committee's office takes one of the list on to a state. */
export async function stepDossier(
	office: Page,
	name: string,
	{ button, state }: { button: string; state: string },
): Promise<void> {
	await check(office, office.getByRole('checkbox', { name: `Chọn ${name}` }));
	await send(office, office.getByRole('button', { name: button }));
	await expect(office.getByRole('row').filter({ hasText: name })).toContainText(state);
}
