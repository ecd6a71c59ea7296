import type { Page } from '@playwright/test';
import type { Snapshot } from '../../src/lib/contracts/events';
import { serverAddress } from './environment';
import { expect, expectAllFits, expectNoAxeViolations, test } from './fixtures';
import { officer, phone, workOf } from './phones';

async function snapshotOf(page: Page): Promise<Snapshot> {
	const answer = await page.request.get(`${serverAddress}/api/v1/snapshot?stream=public`);
	return (await answer.json()) as Snapshot;
}

/** A commune whose villages have reported for the month shown, away from those of other specs. */
async function reportedCommune(page: Page): Promise<{ code: string; period: string }> {
	const { units, statuses, period } = await snapshotOf(page);
	const middle = units.slice(Math.floor(units.length / 2));
	const commune = middle.find(({ id, reportsRequired }) =>
		statuses.some(
			({ unitId, reports, ownReport }) =>
				unitId === id && !ownReport && reports === reportsRequired && reports > 2,
		),
	);
	if (!commune) throw new Error('The demo has communes whose villages have all reported.');
	return { code: commune.code, period: period.code };
}

/** How many pages it prints on. */
async function pagesOnPaper(page: Page): Promise<number> {
	await page.evaluate(() => document.fonts.ready);
	const paper = await page.pdf({ preferCSSPageSize: true });
	return paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Every figure of households is given, none of them odd. */
const noSkills = {
	...{ households: 100, skill1: 0, skill2: 0, skill3: 0, skill4: 0, skill5: 0, allFive: 0 },
	...{ assisted: 0, vneid: 0, serviceAccount: 0 },
};

test('the receipt of a late report says so, and of the longest report fits on one page', async ({
	browser,
}) => {
	const desk = await phone(browser, officer);
	const page = await desk.newPage();
	const { reports, catalogue } = await workOf(desk);
	const late = reports.findLast(
		({ unit, newest, due }) =>
			unit.level === 'village' && newest === null && new Date(due) <= new Date(),
	);
	if (!late) throw new Error('The commune has a village that is late.');
	const answer = await desk.request.post(`${serverAddress}/api/v1/reports`, {
		data: {
			unit: late.unit.code,
			period: late.period,
			householdSkills: { ...noSkills, ...late.earlier?.householdSkills },
			values: catalogue.indicators.map(({ code }) => ({ indicator: code, value: 0 })),
			reason: 'đếm lại từ đầu năm',
		},
		headers: { origin: serverAddress },
	});
	expect(await answer.json()).toMatchObject({ status: 'accepted' });
	await page.goto(`/bao-cao/${late.unit.code}/${late.period}/bien-nhan`);
	await expect(page.getByText('Nộp muộn')).toHaveCount(2);
	await expectAllFits(page);
	await expectNoAxeViolations(page);
	expect(await pagesOnPaper(page)).toBe(1);
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByText('Nộp muộn').first()).toBeVisible();
	await desk.close();
});

test('a commune sums its villages up, keeps a receipt and sees what it changed', async ({
	page,
	signIn,
}) => {
	await signIn('reporter');
	const { code, period } = await reportedCommune(page);
	await page.goto(`/bao-cao/${code}/${period}`);
	await page.getByRole('link', { name: 'Tổng hợp từ báo cáo của các thôn' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tổng hợp báo cáo của xã');
	await expectNoAxeViolations(page);
	const vneid = page.getByLabel('Hộ có tài khoản VNeID', { exact: true });
	const sum = Number(await vneid.inputValue());
	const submit = page.getByRole('button', { name: 'Nộp báo cáo tổng hợp' });
	await submit.click();
	await expect(page.getByText('Đã nộp báo cáo tổng hợp.')).toBeVisible();

	await vneid.fill(String(sum - 1));
	await submit.click();
	await expect(vneid).toHaveAttribute('aria-invalid', 'true');
	await expect(vneid).toHaveValue(String(sum - 1));
	await page.getByLabel(/^Lý do sửa/).fill('một hộ được đếm hai lần');
	await submit.click();
	await expect(page.getByText('Đã nộp báo cáo tổng hợp.')).toBeVisible();

	await page.getByRole('link', { name: 'Xem và in giấy biên nhận' }).click();
	await expect(page.getByText(new RegExp(`^${code}/${period}/\\d+$`))).toBeVisible();
	await expect(page.locator('code')).toHaveText(/^[0-9a-f]{64}$/);
	await expectNoAxeViolations(page);
	expect(await pagesOnPaper(page)).toBe(1);

	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto(`/bao-cao/${code}/${period}`);
	await expect(page.getByRole('heading', { name: 'Các bản đã nộp' })).toBeVisible();
	await expectAllFits(page);
	await page.getByRole('link', { name: 'So sánh hai bản' }).click();
	const row = page.getByRole('row', { name: /^Hộ có tài khoản VNeID/ });
	await expect(row.getByRole('cell').last()).toHaveText('−1');
	await expect(page.getByText('Lý do: một hộ được đếm hai lần')).toBeVisible();
	await expectAllFits(page);
	await expectNoAxeViolations(page);
});

test('a sum that lacks villages stays blank until that is confirmed, also without scripts', async ({
	browser,
	sessionOf,
}) => {
	const plain = await browser.newContext({
		baseURL: serverAddress,
		viewport: { width: 360, height: 640 },
		javaScriptEnabled: false,
	});
	await plain.addCookies(await sessionOf('reporter'));
	const page = await plain.newPage();
	const { units, statuses, period } = await snapshotOf(page);
	const commune = units.findLast(({ id, reportsRequired }) =>
		statuses.some(
			({ unitId, reports, ownReport }) =>
				unitId === id && !ownReport && reports > 0 && reports < reportsRequired,
		),
	);
	if (!commune) throw new Error('The demo has communes whose villages have reported in part.');
	await page.goto(`/bao-cao/${commune.code}/${period.code}/tong-hop`);
	const missing = await page.locator('li.missing a').allTextContents();
	expect(missing.length).toBeGreaterThan(0);
	const warning = page.getByText(`Tổng chưa đủ: còn thiếu ${missing.length} thôn`).locator('..');
	for (const name of missing) await expect(warning).toContainText(name);
	await expect(page.locator('input[name^=householdSkills]')).toHaveCount(0);
	await expect(page.getByRole('button', { name: /^Nộp/ })).toHaveCount(0);
	await expectAllFits(page);

	await page.getByRole('link', { name: 'Vẫn tổng hợp các thôn đã nộp' }).click();
	await expect(page.getByLabel('Tổng số hộ', { exact: true })).toHaveValue(/^\d+$/);
	// What no village is asked for is the commune's to say, and begins with what the registry knows.
	await expect(page.getByLabel('Thôn phải có tổ', { exact: true })).toHaveValue(/^\d+$/);
	const confirm = page.getByRole('checkbox', { name: 'Tôi biết số của xã còn thiếu' });
	await expect(confirm).not.toBeChecked();
	const submit = page.getByRole('button', { name: 'Nộp tổng chưa đủ' });
	await submit.click();
	await expect(page.getByText('hãy đánh dấu nếu vẫn nộp')).toBeVisible();
	await expectAllFits(page);
	await confirm.check();
	await submit.click();
	await expect(page.getByText('Đã nộp báo cáo tổng hợp.')).toBeVisible();
	await plain.close();
});

test('how reporting stands is drilled into, looked at as of the deadline, and passed on', async ({
	page,
	signIn,
}) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await signIn('viewer');
	await page.goto('/bao-cao/tinh-hinh-nop?loc=incomplete');
	await expectAllFits(page);
	await expect(page.getByText('Đúng hạn %').first()).toBeAttached();
	const late = page.locator('tbody tr').first();
	await late.getByRole('link').click();
	await expect(page).toHaveURL(/don-vi=/);
	await page.getByRole('link', { name: 'Lúc hết hạn của thôn' }).click();
	await expect(page).toHaveURL(/luc=\d{4}-\d\d-\d\dT00:00/);
	await expect(page.getByText('Chưa nộp', { exact: true }).first()).toBeVisible();
	await expect(page.getByLabel('Lời nhắc gửi qua Zalo')).toHaveValue(
		/Còn thiếu: .+\nCác tổ nộp tại: http/,
	);
	await expectAllFits(page);
	await expectNoAxeViolations(page);
});

test('an approver hands approving on, and takes it back', async ({ page, signIn }) => {
	await signIn('approver');
	await page.goto('/uy-quyen');
	await page.getByLabel('Giao cho').selectOption({ index: 0 });
	const today = await page.getByLabel('Từ ngày').inputValue();
	await page.getByLabel('Đến hết ngày').fill(today);
	await page.getByRole('button', { name: 'Ủy quyền', exact: true }).click();
	await expect(page.getByText('Hãy ghi lý do từ 5 đến 500 ký tự.')).toBeVisible();
	await page.getByLabel('Lý do').fill('đi công tác tỉnh');
	await page.getByRole('button', { name: 'Ủy quyền', exact: true }).click();
	await expect(page.getByText('Đã ủy quyền.')).toBeVisible();
	await expect(page.getByText('Đang có hiệu lực')).toBeVisible();
	await expectNoAxeViolations(page);
	await page.getByRole('button', { name: /^Thu hồi/ }).click();
	await expect(page.getByText('Đã thu hồi ủy quyền.')).toBeVisible();
	await expect(page.getByText('Đang có hiệu lực')).toHaveCount(0);
});

test('an administrator asks for an ad hoc report, and is told what a version lacks', async ({
	page,
	signIn,
}) => {
	await signIn('administrator');
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto('/quan-tri/han-nop');
	await expectAllFits(page);
	await page.locator('summary', { hasText: 'Thêm phiên bản' }).click();
	await page.getByLabel('Căn cứ (văn bản, điều khoản)').fill('Kế hoạch số 1, mục 2');
	await page.getByLabel('Từ ngày', { exact: true }).fill('2020-01-01');
	await page.getByRole('button', { name: 'Thêm phiên bản' }).click();
	await expect(
		page.getByText('Đã có kỳ bắt đầu từ ngày này trở đi. Hãy chọn một ngày sau.'),
	).toBeVisible();
	await expect(page.getByLabel('Căn cứ (văn bản, điều khoản)')).toHaveValue('Kế hoạch số 1, mục 2');
	await expectNoAxeViolations(page);

	await page.locator('summary', { hasText: 'Yêu cầu báo cáo' }).click();
	const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
	await page.getByLabel('Mã kỳ', { exact: true }).last().fill('lua-dao-e2e');
	await page.getByLabel('Nội dung yêu cầu').fill('Rà soát lừa đảo trực tuyến');
	await page.getByLabel('Số liệu từ ngày').fill(today);
	await page.getByLabel('đến hết ngày', { exact: true }).fill(today);
	await page.getByLabel('Hạn nộp', { exact: true }).fill(`${today}T23:00`);
	await page.getByRole('button', { name: 'Yêu cầu báo cáo' }).click();
	await expect(page.getByText('LUA-DAO-E2E: Rà soát lừa đảo trực tuyến')).toBeVisible();
	await page.goto('/bao-cao/tinh-hinh-nop?ky=LUA-DAO-E2E');
	await expect(page.getByText(/^.+, đột xuất “Rà soát lừa đảo trực tuyến”$/)).toBeVisible();
});
