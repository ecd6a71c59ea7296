import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling } from '../fixtures';
import { check, choose, press, send, tabTo, type } from '../keys';
import { expectFitForPaper } from '../on-paper';

/** What a committee finds out of units, and what these and everybody say to it; with keys alone. */

const rolls = '123456'.repeat(5);

/** One household of a commune is drawn by dice that two people typed, and visited with a phone in the hand. */
export async function backCheck(
	{ first, second, phone }: { first: Page; second: Page; phone: Page },
	season: string,
	commune: string,
): Promise<void> {
	await first.goto(`${season}/kiem-tra-ngau-nhien`);
	await press(first, first.locator('summary', { hasText: 'Chốt danh sách của một đợt mới' }));
	await check(first, first.getByLabel(commune));
	await type(first, first.getByLabel('Số lượt rút cho mỗi đơn vị'), '1');
	await send(first, first.getByRole('button', { name: 'Chốt danh sách', exact: true }));
	await first.waitForURL(/kiem-tra-ngau-nhien\/1$/);
	const round = new URL(first.url()).pathname;
	await typeDice(first, rolls);
	await expect(first.getByText('Đã ghi. Cần một người khác gõ lại cùng dãy số.')).toBeVisible();
	await second.goto(round);
	await expect(second.locator('main'), 'nobody copies what the first typed').not.toContainText(
		rolls,
	);
	await typeDice(second, rolls);
	await expect(second.getByText('Hai dãy số giống nhau: đã rút mẫu.')).toBeVisible();
	await press(second, second.getByRole('link', { name: 'In phiếu đến thăm' }));
	await expect(second.getByRole('table').locator('tbody tr')).toHaveCount(1);
	await expectFitForPaper(second);

	await phone.setViewportSize({ width: 360, height: 740 });
	await phone.goto(round);
	await press(phone, phone.getByRole('link', { name: /^Ghi kết quả: / }));
	await press(phone, phone.locator('summary', { hasText: 'Chưa có kết quả' }));
	await choose(phone, phone.getByLabel('Đúng như báo cáo'));
	await expectNoSidewaysScrolling(phone);
	await expectNoAxeViolations(phone);
	await send(phone, phone.getByRole('button', { name: 'Ghi kết quả' }));
	await expect(phone.getByText('Đã ghi kết quả.')).toBeVisible();
}

async function typeDice(page: Page, dice: string): Promise<void> {
	await type(page, page.getByLabel('Các mặt xúc xắc, theo thứ tự gieo'), dice);
	await send(page, page.getByRole('button', { name: 'Ghi dãy số' }));
}

/** A unit says in writing why one of its months looks odd; its committee reads it beside the flag. */
export async function answerFlag(
	{ unit, committee }: { unit: Page; committee: Page },
	season: string,
	code: string,
): Promise<void> {
	const flag = 'Tăng vọt ngay trước khi khóa số liệu';
	const answer = 'Lớp học hè dạy hết ba thôn trong tháng Bảy.';
	await unit.goto(`${season}/dau-hieu/${code}`);
	await press(unit, unit.locator('summary', { hasText: `Trả lời: ${flag}` }));
	await type(unit, unit.getByLabel('Giải trình của đơn vị'), answer);
	await send(unit, unit.getByRole('button', { name: 'Gửi trả lời' }));
	await expect(unit.getByText('Đã ghi trả lời bên cạnh dấu hiệu.')).toBeVisible();
	await committee.goto(`${season}/dau-hieu/${code}`);
	const noted = committee.getByRole('listitem').filter({ hasText: flag });
	await expect(noted.getByText(answer)).toBeVisible();
	await expect(noted.getByText('Đã trả lời', { exact: true })).toBeVisible();
}

/** A visitor says something about the shortlist; it is a ticket that an officer finds. */
export async function commentOnList(
	{ visitor, officer }: { visitor: Page; officer: Page },
	season: string,
	listed: string,
): Promise<void> {
	const text = 'Xã này năm nay làm rất đều, tôi đồng tình.';
	await visitor.goto(season);
	await expect(visitor.getByText(listed).first()).toBeVisible();
	await type(visitor, visitor.getByLabel('Góp ý của ông, bà'), text);
	await send(visitor, visitor.getByRole('button', { name: 'Gửi góp ý' }));
	const sent = visitor.getByText(/thành kiến nghị số \d+/);
	await expect(sent).toBeVisible();
	const [number = ''] = /\d+/.exec(await sent.innerText()) ?? [];
	await officer.goto(`/kien-nghi/${number}`);
	await expect(officer.getByText(text)).toBeVisible();
}

/** Two nominees stand beside each other, with the evidence of both. */
export async function compareTwo(
	member: Page,
	season: string,
	names: readonly [string, string],
): Promise<void> {
	await member.goto(`${season}/hoi-dong`);
	for (const name of names)
		await check(member, member.getByRole('checkbox', { name: `Chọn ${name} để so sánh` }));
	await press(member, member.getByRole('button', { name: 'So sánh các đề cử đã chọn' }));
	await expect(member.getByRole('heading', { level: 1 })).toHaveText('So sánh đề cử');
	const boxes = names.map((name) =>
		member.getByRole('heading', { level: 2, name, exact: true }).boundingBox(),
	);
	const [left, right] = await Promise.all(boxes);
	expect(left?.y, 'beside each other').toBe(right?.y);
	expect(left?.x).toBeLessThan(right?.x ?? 0);
	await expectNoAxeViolations(member);
}

/** Keys lead from the seasons to the list, to one dossier and to the council. */
export async function walkAround(chair: Page, season: string, dossier: string): Promise<void> {
	const follow = async (name: string | RegExp, path: RegExp) => {
		await press(chair, chair.getByRole('main').getByRole('link', { name, exact: true }));
		await chair.waitForURL(path);
	};
	await chair.goto('/thi-dua');
	await follow('Xét tặng thử năm 2026', new RegExp(`${season}$`));
	await follow('Danh sách tham khảo', /danh-sach$/);
	const found = chair.getByRole('table').first().locator('tbody tr');
	await tabTo(chair, chair.getByLabel('Nhóm', { exact: true }));
	await chair.keyboard.press('End');
	await press(chair, chair.getByRole('button', { name: 'Xem', exact: true }));
	await expect(found).toHaveCount(1);
	expect(new URL(chair.url()).searchParams.get('nhom')).toBe('2');
	const plot = chair.locator('figure canvas');
	await plot.scrollIntoViewIfNeeded();
	await expect(plot, 'the plot is drawn once it is seen').toHaveAttribute('style', /width/);
	await follow(/^← Xét tặng thử/, new RegExp(`${season}$`));
	await follow('Đề cử và hồ sơ', /de-cu$/);
	await follow(dossier, /de-cu\/\d+$/);
	await follow('← Về danh sách đề cử', /de-cu$/);
	await follow(/^← Xét tặng thử/, new RegExp(`${season}$`));
	await follow('Hội đồng', /hoi-dong$/);
}
