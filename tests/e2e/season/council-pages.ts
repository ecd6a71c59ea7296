import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations } from '../fixtures';

/** What a council does on its pages. */

export async function moveOn(chair: Page, season: string, phase: string): Promise<void> {
	await chair.goto(`${season}/hoi-dong`);
	await chair.getByRole('button', { name: `Chuyển sang: ${phase}` }).click();
	await expect(chair.getByText(`Đang ở bước: ${phase}`)).toBeVisible();
}

export async function recuse(member: Page, season: string, nominee: string): Promise<void> {
	await member.goto(`${season}/hoi-dong`);
	const item = member.getByRole('listitem').filter({ hasText: nominee });
	await item.getByText('Tôi không tham gia xét đề cử này').first().click();
	await item.getByLabel('Lý do').fill('Anh trai là chủ tịch xã');
	await item.getByRole('button', { name: 'Tôi không tham gia xét đề cử này' }).click();
	await expect(member.getByText('Bạn không tham gia xét đề cử này', { exact: true })).toBeVisible();
}

/** @returns the address of a nominee's sheet, which is open then. */
export async function sheetOf(chair: Page, season: string, nominee: string): Promise<string> {
	await chair.goto(`${season}/hoi-dong`);
	await chair.getByRole('link', { name: nominee }).click();
	await chair.waitForURL(/\/hoi-dong\/\d+$/);
	return new URL(chair.url()).pathname;
}

export async function score(sheet: Page): Promise<void> {
	await sheet.getByLabel('Kết quả (0–60 điểm)').fill('55');
	await sheet.getByLabel('Lý do cho Kết quả').fill('Số liệu đã duyệt');
	await sheet.getByLabel('Cách làm (0–40 điểm)').fill('30');
	await sheet.getByLabel('Lý do cho Cách làm').fill('Đi từng nhà');
	await sheet.getByRole('button', { name: 'Lưu phiếu chấm' }).click();
	await expect(sheet.getByText('Đã lưu phiếu chấm.')).toBeVisible();
	await expectNoAxeViolations(sheet);
}

export async function markPresent(chair: Page, season: string, name: string): Promise<void> {
	await chair.goto(`${season}/hoi-dong`);
	await chair.getByRole('button', { name: `Ghi ${name} có mặt` }).click();
	await expect(chair.getByRole('button', { name: `Ghi ${name} vắng mặt` })).toBeVisible();
}

export async function openVote(chair: Page, sheet: string): Promise<void> {
	await chair.goto(sheet);
	await chair.getByRole('button', { name: 'Mở bỏ phiếu' }).click();
	await expect(chair.getByText('Đã mở bỏ phiếu.')).toBeVisible();
}

/** Each votes in favour of who stands on a sheet. */
export async function agree(voters: readonly Page[], sheet: string): Promise<void> {
	for (const voter of voters) {
		await voter.goto(sheet);
		await voter.getByLabel('Đồng ý', { exact: true }).check();
		await voter.getByRole('button', { name: 'Bỏ phiếu', exact: true }).click();
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
	await office.getByLabel('Số quyết định').fill('345/QĐ-UBND');
	await office.getByLabel('Ngày quyết định').fill('2026-10-05');
	for (const name of names) await office.getByRole('checkbox', { name, exact: true }).check();
	await office.getByRole('button', { name: 'Ghi quyết định' }).click();
	await expect(office.getByText('Đã ghi quyết định.')).toBeVisible();
}
