import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations } from '../fixtures';
import { check, choose, press, send, type, typeDay } from '../keys';
import { expectFitForPaper } from '../on-paper';

/** What a council does on its pages, with keys alone. */

export async function moveOn(chair: Page, season: string, phase: string): Promise<void> {
	await chair.goto(`${season}/hoi-dong`);
	await send(chair, chair.getByRole('button', { name: `Chuyển sang: ${phase}` }));
	await expect(chair.getByText(`Đang ở bước: ${phase}`)).toBeVisible();
}

export async function recuse(member: Page, season: string, nominee: string): Promise<void> {
	await member.goto(`${season}/hoi-dong`);
	const item = member.getByRole('listitem').filter({ hasText: nominee });
	await press(member, item.locator('summary', { hasText: 'Tôi không tham gia xét đề cử này' }));
	await type(member, item.getByLabel('Lý do'), 'Anh trai là chủ tịch xã');
	await send(member, item.getByRole('button', { name: 'Tôi không tham gia xét đề cử này' }));
	await expect(member.getByText('Bạn không tham gia xét đề cử này', { exact: true })).toBeVisible();
}

/** @returns the address of a nominee's sheet, which is open then. */
export async function sheetOf(chair: Page, season: string, nominee: string): Promise<string> {
	await chair.goto(`${season}/hoi-dong`);
	await press(chair, chair.getByRole('link', { name: nominee }));
	await chair.waitForURL(/\/hoi-dong\/\d+$/);
	return new URL(chair.url()).pathname;
}

export async function score(sheet: Page): Promise<void> {
	await type(sheet, sheet.getByLabel('Kết quả (0–60 điểm)'), '55');
	await type(sheet, sheet.getByLabel('Lý do chấm: Kết quả'), 'Số liệu đã duyệt');
	await type(sheet, sheet.getByLabel('Cách làm (0–40 điểm)'), '30');
	await type(sheet, sheet.getByLabel('Lý do chấm: Cách làm'), 'Đi từng nhà');
	await expectOwnScoresOnPaper(sheet, true);
	await send(sheet, sheet.getByRole('button', { name: 'Lưu phiếu chấm' }));
	await expect(sheet.getByText('Đã lưu phiếu chấm.')).toBeVisible();
	await expectNoAxeViolations(sheet);
	await expectOwnScoresOnPaper(sheet, false);
}

/** What the member typed is on the sheet that they print, and whether it is saved. */
async function expectOwnScoresOnPaper(sheet: Page, isUnsaved: boolean): Promise<void> {
	const screen = sheet.viewportSize();
	await expectFitForPaper(sheet);
	const scores = sheet.getByRole('main').locator('section', { hasText: 'Ký, ghi rõ họ tên' });
	await expect(scores.getByRole('row', { name: /Kết quả 55 60 Số liệu đã duyệt/ })).toBeVisible();
	await expect(scores.getByRole('row', { name: /Cách làm 30 40 Đi từng nhà/ })).toBeVisible();
	await expect(scores.getByRole('row', { name: /Tổng 85 100/ })).toBeVisible();
	await expect(scores.getByText('chưa lưu')).toHaveCount(isUnsaved ? 1 : 0);
	await sheet.emulateMedia({ colorScheme: null, media: null });
	if (screen) await sheet.setViewportSize(screen);
}

export async function markPresent(chair: Page, season: string, name: string): Promise<void> {
	await chair.goto(`${season}/hoi-dong`);
	await send(chair, chair.getByRole('button', { name: `Ghi có mặt: ${name}` }));
	await expect(chair.getByRole('button', { name: `Ghi vắng mặt: ${name}` })).toBeVisible();
}

export async function openVote(chair: Page, sheet: string): Promise<void> {
	await chair.goto(sheet);
	await send(chair, chair.getByRole('button', { name: 'Mở bỏ phiếu' }));
	await expect(chair.getByText('Đã mở bỏ phiếu.')).toBeVisible();
}

/** Each votes in favour of who stands on a sheet. */
export async function agree(voters: readonly Page[], sheet: string): Promise<void> {
	for (const voter of voters) {
		await voter.goto(sheet);
		await choose(voter, voter.getByLabel('Đồng ý', { exact: true }));
		await send(voter, voter.getByRole('button', { name: 'Bỏ phiếu', exact: true }));
		await expect(voter.getByText('Bạn đã bỏ phiếu: Đồng ý.')).toBeVisible();
	}
}

/** The decision's number and day, for those whom it names. */
export async function decide(
	office: Page,
	season: string,
	names: readonly string[],
): Promise<void> {
	await office.goto(`${season}/de-cu`);
	await type(office, office.getByLabel('Số quyết định'), '345/QĐ-UBND');
	await typeDay(office, office.getByLabel('Ngày quyết định'), '2026-10-05');
	for (const name of names)
		await check(office, office.getByRole('checkbox', { name, exact: true }));
	await send(office, office.getByRole('button', { name: 'Ghi quyết định' }));
	await expect(office.getByText('Đã ghi quyết định.')).toBeVisible();
}
