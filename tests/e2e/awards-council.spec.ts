import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { docxText } from '../fixtures/papers/docx-text';
import { councilAccounts, serverAddress } from './environment';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures';

const letter = {
	...{ name: 'to-trinh.pdf', mimeType: 'application/pdf' },
	buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
};

/** A page of somebody of the council, in a browser of their own. */
async function openAs(browser: Browser, seat: string): Promise<Page> {
	const found = councilAccounts.find((one) => one.seat === seat);
	const context = await browser.newContext({ baseURL: serverAddress });
	const answer = await context.request.post('/dang-nhap', {
		form: { name: found?.name ?? '', password: found?.password ?? '' },
		headers: { origin: serverAddress },
	});
	expect(answer.ok()).toBe(true);
	return context.newPage();
}

/** Opens a season with a collective and an individual category; answers its address. */
async function openSeason(page: Page, year: number): Promise<string> {
	await page.goto('/thi-dua/them');
	await page.getByLabel('Năm', { exact: true }).fill(String(year));
	await page.getByLabel('Tên mùa xét tặng').fill(`Mùa thử ${year}`);
	await page.getByLabel('Số liệu tính từ ngày').fill(`${year - 1}-07-01`);
	await page.getByLabel('Đến hết ngày').fill(`${year}-06-30`);
	await page.getByLabel('Căn cứ của các quy định ban đầu').fill('Quy chế thử (minh họa)');
	await page.getByLabel('Số lượng tối đa (Xã, phường)').fill('1');
	await page.getByLabel('Số lượng tối đa (Cá nhân)').fill('1');
	await page.getByRole('button', { name: 'Mở mùa xét tặng' }).click();
	await page.waitForURL(/\/thi-dua\/\d+/);
	return new URL(page.url()).pathname;
}

async function addFile(page: Page, part: string): Promise<void> {
	await page.getByLabel('Phần hồ sơ').selectOption({ label: part });
	await page.getByLabel('Tên tệp trong hồ sơ').fill(part);
	await page.getByLabel(/^Tệp \(PDF/).setInputFiles(letter);
	await page.getByRole('button', { name: 'Thêm tệp' }).click();
	await expect(page.getByText('Đã thêm vào hồ sơ.')).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: part }).first()).toContainText('Đã có');
}

/** Puts somebody forward in a category: the first unit below, or the first team member there. */
async function putForward(page: Page, season: string, category: string, unit: string) {
	await page.goto(`${season}/de-cu/them`);
	await page.getByLabel('Hạng mục').selectOption({ label: category });
	await page.getByLabel('Đơn vị').selectOption(unit);
	await page.getByRole('button', { name: 'Xem những ai có thể được đề cử' }).click();
	await page.getByLabel('Thành tích nổi bật').fill('Đi từng nhà cho đến khi ai cũng làm được.');
	await page.getByRole('button', { name: 'Lập hồ sơ đề cử' }).click();
	await page.waitForURL(/\/de-cu\/\d+$/);
}

const parts = ['Tờ trình', 'Báo cáo thành tích có xác nhận', 'Biên bản họp xét'];

test('a commune and a person go from a returned dossier to the decision’s papers, with a recusal, a failed quorum and a vote in writing', async ({
	browser,
	page,
	sessionOf,
}) => {
	test.setTimeout(900_000);
	await page.context().addCookies(await sessionOf('administrator'));
	const season = await openSeason(page, 2033);
	await page.goto(`${season}/hoi-dong`);
	await page.getByLabel('Số quyết định').fill('12/QĐ-UBND');
	await page.getByLabel('Ngày quyết định').fill('2033-07-01');
	await page.getByLabel('Thang chấm').fill('Kết quả | 60\nCách làm | 40');
	await page.getByRole('button', { name: 'Lưu' }).click();
	await expect(page.getByText('Đã lưu.')).toBeVisible();
	for (const { name, seat } of councilAccounts) {
		await page.getByLabel('Tên đăng nhập').fill(name);
		await page.getByLabel('Vai trò').selectOption(seat);
		await page.getByLabel('Chức vụ').fill(`Chức vụ ${seat}`);
		await page.getByRole('button', { name: 'Thêm thành viên' }).click();
		await expect(page.getByRole('rowheader', { name })).toBeVisible();
	}

	// The commune: one part is missing, so it comes back with a reason.
	const office = await openAs(browser, 'secretary');
	const team = await browser.newContext({ baseURL: serverAddress });
	await team.addCookies(await sessionOf('reporter'));
	const unit = await team.newPage();
	await unit.goto(`${season}/de-cu/them`);
	const commune = unit.getByLabel('Đơn vị').locator('option').nth(1);
	await putForward(
		unit,
		season,
		'Xã, phường tiêu biểu',
		(await commune.getAttribute('value')) ?? '',
	);
	const communeName = await unit.getByRole('heading', { level: 1 }).innerText();
	const communeDossier = new URL(unit.url()).pathname;
	await addFile(unit, parts[0] ?? '');
	await unit.getByRole('button', { name: 'Gửi hồ sơ' }).click();
	await expect(unit.getByText('Đã gửi hồ sơ.')).toBeVisible();
	await office.goto(communeDossier);
	await office.getByRole('button', { name: 'Ghi nhận hồ sơ đủ' }).click();
	await expect(office.getByRole('alert')).toContainText('Biên bản họp xét');
	await office.getByLabel(/^Lý do/).fill('Thiếu báo cáo và biên bản');
	await office.getByRole('button', { name: 'Trả lại' }).click();
	await expect(office.getByText('Đã trả lại hồ sơ kèm lý do.')).toBeVisible();
	await unit.reload();
	await expect(unit.getByText('Thiếu báo cáo và biên bản')).toBeVisible();
	for (const part of parts.slice(1)) await addFile(unit, part);
	await expectNoAxeViolations(unit);
	await unit.getByRole('button', { name: 'Gửi hồ sơ' }).click();
	await expect(unit.getByText('Đã gửi hồ sơ.')).toBeVisible();
	await office.goto(`${season}/de-cu`);
	await office.getByRole('checkbox', { name: `Chọn ${communeName}` }).check();
	await office.getByRole('button', { name: 'Ghi nhận hồ sơ đủ' }).click();
	await expect(office.getByText('Đã ghi cho các hồ sơ được chọn.')).toBeVisible();
	await office.getByRole('checkbox', { name: `Chọn ${communeName}` }).check();
	await office.getByRole('button', { name: 'Đưa vào danh sách xét' }).click();
	await expect(office.getByText('Đã vào danh sách')).toBeVisible();
	await expectNoAxeViolations(office);

	// A team member of another commune, whose dossier is whole.
	await unit.goto(`${season}/de-cu/them`);
	const other = unit.getByLabel('Đơn vị').locator('option').nth(2);
	await putForward(unit, season, 'Cá nhân tiêu biểu', (await other.getAttribute('value')) ?? '');
	const personName = await unit.getByRole('heading', { level: 1 }).innerText();
	for (const part of parts) await addFile(unit, part);
	await unit.getByRole('button', { name: 'Gửi hồ sơ' }).click();
	await expect(unit.getByText('Đã gửi hồ sơ.')).toBeVisible();
	await office.goto(`${season}/de-cu`);
	for (const step of ['Ghi nhận hồ sơ đủ', 'Đưa vào danh sách xét']) {
		await office.getByRole('checkbox', { name: `Chọn ${personName}` }).check();
		await office.getByRole('button', { name: step }).click();
		await expect(office.getByText('Đã ghi cho các hồ sơ được chọn.')).toBeVisible();
	}

	// A member steps back; the sheet is not there for them.
	const member = await openAs(browser, 'member');
	await member.goto(`${season}/hoi-dong`);
	const item = member.getByRole('listitem').filter({ hasText: communeName });
	await item.getByText('Tôi không tham gia xét đề cử này').first().click();
	await item.getByLabel('Lý do').fill('Anh trai là chủ tịch xã');
	await item.getByRole('button', { name: 'Tôi không tham gia xét đề cử này' }).click();
	await expect(member.getByText('Bạn không tham gia xét đề cử này', { exact: true })).toBeVisible();
	const chair = await openAs(browser, 'chair');
	await chair.goto(`${season}/hoi-dong`);
	const moveOn = async (phase: string) => {
		await chair.goto(`${season}/hoi-dong`);
		await chair.getByRole('button', { name: `Chuyển sang: ${phase}` }).click();
		await expect(chair.getByText(`Đang ở bước: ${phase}`)).toBeVisible();
	};
	await moveOn('Chấm điểm độc lập');
	await chair.getByRole('link', { name: communeName }).click();
	await chair.waitForURL(/\/hoi-dong\/\d+$/);
	const sheet = new URL(chair.url()).pathname;
	expect((await member.goto(sheet))?.status()).toBe(404);
	await chair.getByLabel('Kết quả (0–60 điểm)').fill('55');
	await chair.getByLabel('Lý do cho Kết quả').fill('Số liệu đã duyệt');
	await chair.getByLabel('Cách làm (0–40 điểm)').fill('30');
	await chair.getByLabel('Lý do cho Cách làm').fill('Đi từng nhà');
	await chair.getByRole('button', { name: 'Lưu phiếu chấm' }).click();
	await expect(chair.getByText('Đã lưu phiếu chấm.')).toBeVisible();
	await expectNoAxeViolations(chair);
	await moveOn('Thảo luận');
	await chair.goto(sheet);
	await chair.getByLabel('Ý kiến', { exact: true }).fill('Nên xét trước');
	await chair.getByRole('button', { name: 'Gửi ý kiến' }).click();
	await expect(chair.getByText('Nên xét trước')).toBeVisible();
	await moveOn('Bỏ phiếu');

	// One of three is there: no quorum. The secretary votes in writing, the deputy comes.
	const mark = async (name: string) => {
		await chair.goto(`${season}/hoi-dong`);
		await chair.getByRole('button', { name: `Ghi ${name} có mặt` }).click();
		await expect(chair.getByRole('button', { name: `Ghi ${name} vắng mặt` })).toBeVisible();
	};
	await mark('e2e-chair');
	const screen = await openAs(browser, 'deputy');
	await screen.setViewportSize({ width: 1920, height: 1080 });
	await screen.goto(`${season}/phien-hop`);
	await expect(screen.getByText('Chưa đưa đề cử nào lên màn hình.')).toBeVisible();
	await chair
		.getByRole('listitem')
		.filter({ hasText: communeName })
		.getByRole('button', { name: 'Đưa lên màn hình phiên họp' })
		.click();
	await expect(screen.getByRole('heading', { level: 2, name: communeName })).toBeVisible();
	await chair.goto(sheet);
	await chair.getByRole('button', { name: 'Mở bỏ phiếu' }).click();
	await expect(chair.getByText('Chưa đủ thành viên dự họp')).toBeVisible();
	await expect(screen.getByText('Không đủ người dự').first()).toBeVisible();
	await office.goto(sheet);
	await office.getByLabel('Đồng ý', { exact: true }).check();
	await office.getByRole('button', { name: 'Gửi phiếu bằng văn bản' }).click();
	await expect(office.getByText('Bạn đã bỏ phiếu bằng văn bản: Đồng ý.')).toBeVisible();
	await mark('e2e-deputy');
	await chair.goto(sheet);
	await chair.getByRole('button', { name: 'Mở bỏ phiếu' }).click();
	await expect(chair.getByText('Đã mở bỏ phiếu.')).toBeVisible();
	await expect(screen.getByRole('timer')).toBeVisible();
	await expectNoAxeViolations(screen);
	const deputy = await screen.context().newPage();
	for (const voter of [chair, deputy]) {
		await voter.goto(sheet);
		await voter.getByLabel('Đồng ý', { exact: true }).check();
		await voter.getByRole('button', { name: 'Bỏ phiếu', exact: true }).click();
		await expect(voter.getByText('Bạn đã bỏ phiếu: Đồng ý.')).toBeVisible();
	}
	await chair.getByRole('button', { name: 'Kết thúc và kiểm phiếu' }).click();
	await expect(screen.getByText('Đạt', { exact: true }).first()).toBeVisible();
	await member.goto(`${season}/phien-hop`);
	await expect(member.getByText(/^Đề cử này đang được xét khi bạn đứng ngoài/)).toBeVisible();
	await expect(member.getByText('Đạt', { exact: true })).toHaveCount(0);

	// The person, with everybody there; then the decision and its papers.
	await mark('e2e-secretary');
	await chair.goto(`${season}/hoi-dong`);
	await chair.getByRole('link', { name: personName }).click();
	await chair.waitForURL(/\/hoi-dong\/\d+$/);
	const personSheet = new URL(chair.url()).pathname;
	await chair.getByRole('button', { name: 'Mở bỏ phiếu' }).click();
	await expect(chair.getByText('Đã mở bỏ phiếu.')).toBeVisible();
	for (const voter of [chair, deputy, office]) {
		await voter.goto(personSheet);
		await voter.getByLabel('Đồng ý', { exact: true }).check();
		await voter.getByRole('button', { name: 'Bỏ phiếu', exact: true }).click();
		await expect(voter.getByText('Bạn đã bỏ phiếu: Đồng ý.')).toBeVisible();
	}
	await chair.getByRole('button', { name: 'Kết thúc và kiểm phiếu' }).click();
	await expect(chair.getByText('Đạt', { exact: true }).first()).toBeVisible();
	await moveOn('Đã kết thúc');
	await office.goto(`${season}/de-cu`);
	await office.getByLabel('Số quyết định').fill('345/QĐ-UBND');
	await office.getByLabel('Ngày quyết định').fill('2033-10-05');
	for (const awarded of [communeName, personName])
		await office.getByRole('checkbox', { name: awarded, exact: true }).check();
	await office.getByRole('button', { name: 'Ghi quyết định' }).click();
	await expect(office.getByText('Đã ghi quyết định.')).toBeVisible();
	await office.goto(`${season}/van-ban`);
	const [paper] = await Promise.all([
		office.waitForEvent('download'),
		office.getByRole('link', { name: /^Dự thảo quyết định và danh sách/ }).click(),
	]);
	const text = (await docxText(readFileSync(await paper.path()))).join('\n');
	for (const awarded of [communeName, personName]) expect(text).toContain(awarded);

	await member.setViewportSize({ width: 360, height: 740 });
	for (const path of ['phien-hop', 'hoi-dong', 'de-cu']) {
		await member.goto(`${season}/${path}`);
		await expectNoSidewaysScrolling(member);
	}
	for (const one of [office, unit, member, chair, screen]) await one.context().close();
});

test('a commune put forward after the season’s day is kept and marked as late', async ({
	page,
	browser,
	sessionOf,
}) => {
	await page.context().addCookies(await sessionOf('administrator'));
	const season = await openSeason(page, 2024);
	const context = await browser.newContext({ baseURL: serverAddress });
	await context.addCookies(await sessionOf('reporter'));
	const unit = await context.newPage();
	await unit.goto(`${season}/de-cu/them`);
	const commune = unit.getByLabel('Đơn vị').locator('option').nth(1);
	await putForward(
		unit,
		season,
		'Xã, phường tiêu biểu',
		(await commune.getAttribute('value')) ?? '',
	);
	await unit.getByRole('button', { name: 'Gửi hồ sơ' }).click();
	await expect(unit.getByText('Nộp muộn')).toBeVisible();
	await expectNoSidewaysScrolling(unit);
	await context.close();
});
