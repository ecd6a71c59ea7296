import { isRegistryIndicator } from '../../src/lib/contracts/teams/registry-figures';
import type { Page } from '@playwright/test';
import { serverAddress } from './environment';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures';
import { leader, officer, openReport, phone, workOf, type Work } from './phones';

const sessions = 'Buổi tuyên truyền';
const isMonth = (period: string) => /^\d{4}-\d{2}$/.test(period);

/** Notes an outreach session of today down, whoever is signed in. */
async function noteSession(page: Page): Promise<void> {
	await page.goto('/hoat-dong/them');
	await page.getByRole('radio', { name: /^Buổi tuyên truyền/ }).check();
	await page.getByLabel('Địa điểm', { exact: true }).fill('Nhà văn hóa thôn');
	await page.getByLabel('Số người dự', { exact: true }).fill('31');
	await page.getByRole('button', { name: 'Lưu hoạt động' }).click();
	await expect(page.getByText('Đã ghi hoạt động.')).toBeVisible();
}

/** The list, once the device has it. */
async function openList(page: Page): Promise<void> {
	await page.goto('/nhap-lieu');
	await expect(page.getByText(/^Danh sách lấy lúc/)).toBeVisible();
}

test('the phone offers what the log says beside each figure, also without a connection', async ({
	browser,
}) => {
	const context = await phone(browser, leader);
	const page = await context.newPage();
	await noteSession(page);
	const [report] = (await workOf(context)).reports;
	const { log } = report ?? {};
	if (!report || !log?.['outreachSessions'] || !log['outreachAttendance'])
		throw new Error("This month's report carries today's session.");
	await openList(page);
	await context.setOffline(true);
	await openReport(page, report);
	await page.getByText('Cả biểu', { exact: true }).click();
	const field = page.getByLabel(sessions, { exact: true });
	const take = page.getByRole('button', { name: `Lấy số này theo nhật ký: ${sessions}` });
	await expect(page.getByText(`Theo nhật ký: ${log['outreachSessions']}`).first()).toBeVisible();
	await expectNoAxeViolations(page);
	await expectNoSidewaysScrolling(page);
	await take.click();
	await expect(field).toHaveValue(String(log['outreachSessions']));
	await expect(take).toHaveCount(0);
	await field.fill('0');
	await expect(
		page.getByText(`Theo nhật ký: ${log['outreachSessions']} · biểu ghi ít hơn`),
	).toBeVisible();

	await page.getByRole('button', { name: 'Lấy tất cả các số này' }).click();
	await expect(field).toHaveValue(String(log['outreachSessions']));
	await expect(page.getByLabel('Lượt người dự tuyên truyền', { exact: true })).toHaveValue(
		String(log['outreachAttendance']),
	);
	await expect(page.getByRole('button', { name: 'Lấy tất cả các số này' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Bỏ bản nhập dở' }).click();
	await context.close();
});

/** What the log says, without what the registry of teams does. */
const loggedIn = (log: Record<string, number>) =>
	Object.entries(log).filter(([code]) => !isRegistryIndicator(code));

test('the desk shows what the log says, and takes it over where scripts run', async ({
	browser,
}) => {
	const plain = await phone(browser, officer, { javaScriptEnabled: false });
	const { reports } = await workOf(plain);
	const logged = reports.find(
		({ unit, newest, log }) =>
			unit.level === 'village' && newest === null && loggedIn(log).length > 1,
	);
	if (!logged) throw new Error('The villages of the commune keep a log.');
	const figures = loggedIn(logged.log).map(([, value]) => value);
	const address = `/bao-cao/${logged.unit.code}/${logged.period}`;
	const form = await plain.newPage();
	await form.goto(address);
	await expect(form.getByText(/^Theo nhật ký: /)).toHaveCount(figures.length);
	await expect(form.getByRole('button', { name: /theo nhật ký/ })).toHaveCount(0);
	await plain.close();

	const desk = await phone(browser, officer);
	const page = await desk.newPage();
	await page.goto(address);
	for (const left of figures.keys()) {
		const take = page.getByRole('button', { name: /^Lấy số này/ });
		await expect(take).toHaveCount(figures.length - left);
		await take.first().click();
	}
	await expect(page.getByText(/^Theo nhật ký: .+ · khớp với biểu$/)).toHaveCount(figures.length);
	await expectNoAxeViolations(page);
	await expectNoSidewaysScrolling(page);
	await desk.close();
});

/** To be entered still, though its day has passed. */
const isOverdue = ({ due, newest }: Work['reports'][number]) =>
	newest === null && new Date(due) <= new Date();

test('the phone lists quarters and years beside months, each with its deadline', async ({
	browser,
}) => {
	const context = await phone(browser, leader);
	const page = await context.newPage();
	const reports = (await workOf(context)).reports.filter(({ period }) => /^\d{4}/.test(period));
	const dates = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
	await openList(page);
	for (const report of reports) {
		const { unit, period, due } = report;
		const [year, part] = period.split('-');
		const name = part?.startsWith('Q')
			? `quý ${part.slice(1)}/${year}`
			: part
				? `tháng ${Number(part)}/${year}`
				: `năm ${year}`;
		const region = page.getByRole('region', { name: isOverdue(report) ? 'Đã quá hạn' : name });
		const line = region.locator(`a[href="#${unit.code}@${period}"]`);
		await expect(line).toContainText(`trước ngày ${dates.format(new Date(due))}`);
		if (isOverdue(report)) await expect(line).toContainText(name);
	}
	expect(reports.map(({ period }) => period)).toEqual(
		expect.arrayContaining([expect.stringMatching(/^\d{4}-Q\d$/)]),
	);
	const overdue = reports.filter(isOverdue).sort((one, other) => (one.due < other.due ? 1 : -1));
	// What was asked for out of turn, by others who look at the same province, may lie between them.
	const listed = page.getByRole('region', { name: 'Đã quá hạn' }).locator('a[href*="@20"]');
	for (const [index, { unit, period }] of overdue.entries())
		await expect(listed.nth(index)).toHaveAttribute('href', `#${unit.code}@${period}`);
	const quarter = reports.findLast(({ period }) => /Q\d$/.test(period));
	if (!quarter) throw new Error('The leader has quarters to enter.');
	await openReport(page, quarter);
	await expect(page.getByText(/Báo cáo quý \d\/\d{4}\s+·\s+Hạn nộp/)).toBeVisible();
	await expectNoAxeViolations(page);
	await context.close();
});

test('a village is asked for what it can know, its commune for more', async ({ browser }) => {
	const context = await phone(browser, officer);
	const page = await context.newPage();
	const { reports } = await workOf(context);
	const openForm = async (level: string) => {
		const report = reports.find(({ unit, newest }) => unit.level === level && newest === null);
		if (!report) throw new Error(`The officer has a ${level} to report for.`);
		await openList(page);
		await openReport(page, report);
		await page.getByText('Cả biểu', { exact: true }).click();
		await expect(page.getByLabel(sessions, { exact: true })).toBeAttached();
	};
	const ofCommune = ['Thôn phải có tổ', 'Tổng số giáo viên', 'Kinh phí hỗ trợ'];
	await openForm('village');
	for (const label of ofCommune)
		await expect(page.getByLabel(label, { exact: true })).toHaveCount(0);
	await expect(page.getByLabel('Thành viên', { exact: true })).toBeAttached();
	await expectNoAxeViolations(page);
	await openForm('commune');
	for (const label of [...ofCommune, 'Thành viên'])
		await expect(page.getByLabel(label, { exact: true })).toBeAttached();
	await context.close();
});

test('an organisation is asked for its own few indicators, and for no households', async ({
	browser,
}) => {
	const ownCodes = ['citizenSessions', 'devices', 'marketplaceShops'];
	const context = await phone(browser, leader);
	const page = await context.newPage();
	await context.route('**/api/entry?*', async (route) => {
		const answer = await route.fetch();
		const work = (await answer.json()) as Work;
		const reports = work.reports.map((report) => ({
			...report,
			unit: { ...report.unit, level: 'organisation', kind: 'buuChinh' },
			newest: null,
		}));
		await route.fulfill({ json: { ...work, reports, forms: { buuChinh: ownCodes } } });
	});
	const [report] = (await workOf(context)).reports;
	if (!report) throw new Error('The leader has a report to enter.');
	await openList(page);
	await openReport(page, report);
	await expect(page.getByText('Câu 1 trên 1', { exact: true })).toBeVisible();
	const closed = page.locator('details:not([open]) > summary');
	while ((await closed.count()) > 0) await closed.first().click();
	await expect(page.locator('input[inputmode=numeric]')).toHaveCount(ownCodes.length);
	await expectNoAxeViolations(page);
	await page.getByRole('button', { name: 'Xem lại và gửi' }).click();
	await expect(page.getByText('Báo cáo chưa có số liệu nào.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Sửa “Tổng số hộ”' })).toHaveCount(0);
	await expect(page.getByRole('link', { name: 'Tích theo từng hộ' })).toHaveCount(0);
	await context.close();
});

test('an older period is chosen at the desk without scripts, and the search stays', async ({
	browser,
}) => {
	const context = await phone(browser, officer, { javaScriptEnabled: false });
	const page = await context.newPage();
	const village = (await workOf(context)).reports.find(({ unit }) => unit.level === 'village');
	const code = village?.unit.code ?? '';
	await page.goto(`/bao-cao?tim=${code}`);
	const period = page.getByLabel('Kỳ báo cáo');
	const options = await period
		.locator('option')
		.evaluateAll((all) => all.map((option) => option.getAttribute('value') ?? ''));
	for (const pattern of [/^\d{4}-\d\d$/, /^\d{4}-Q\d$/, /^\d{4}$/])
		expect(options.filter((option) => pattern.test(option)).length).toBeGreaterThan(1);
	const oldest = options.findLast((option) => /^\d{4}-Q\d$/.test(option)) ?? '';
	await period.selectOption(oldest);
	await page.getByRole('button', { name: 'Xem' }).first().click();
	await expect(page).toHaveURL(new RegExp(`thang=${oldest}`));
	await expect(page.getByLabel('Tìm đơn vị theo tên hoặc mã')).toHaveValue(code);
	await expect(period).toHaveValue(oldest);
	await page.getByRole('link', { name: /^Nhập báo cáo/ }).click();
	await expect(page).toHaveURL(new RegExp(`/bao-cao/${code}/${oldest}$`));
	await expect(page.getByRole('button', { name: 'Nộp báo cáo' })).toBeVisible();
	await context.close();
});

test('whoever is overtaken at the desk sees both figures, and may send their own again', async ({
	browser,
}) => {
	const context = await phone(browser, officer);
	const { reports } = await workOf(context);
	const report = reports.findLast(
		({ unit, period, newest, earlier }) =>
			unit.level === 'village' && isMonth(period) && newest === null && earlier,
	);
	if (!report?.earlier) throw new Error('The commune has a village that has not reported.');
	const { householdSkills } = report.earlier;
	const households = householdSkills['households'] ?? 0;
	const page = await context.newPage();
	await page.goto(`/bao-cao/${report.unit.code}/${report.period}`);
	await page.getByLabel('Tổng số hộ', { exact: true }).fill(String(households + 2));

	const answer = await context.request.post(`${serverAddress}/api/v1/reports`, {
		data: {
			unit: report.unit.code,
			period: report.period,
			householdSkills: { ...householdSkills, households: households + 1 },
		},
		headers: { origin: serverAddress },
	});
	expect(answer.status()).toBe(201);

	await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
	await expect(page.getByText('Dưới đây là những số khác nhau.')).toBeVisible();
	const row = page.getByRole('alert').getByRole('row', { name: /^Tổng số hộ/ });
	await expect(row.getByRole('cell')).toHaveText([String(households + 2), String(households + 1)]);
	await expect(page.getByRole('alert').getByRole('row', { name: /VNeID/ })).toContainText(
		`để trống${householdSkills['vneid']}`,
	);
	await expectNoAxeViolations(page);
	await expectNoSidewaysScrolling(page);
	await page.getByRole('button', { name: 'Nộp bản đính chính' }).click();
	await expect(page.getByText(/^Đã nhận báo cáo lúc .+ \(bản 2\)/)).toBeVisible();
	await context.close();
});
