import type { Page } from '@playwright/test';
import { serverAddress } from './environment';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling, test } from './fixtures';
import { leader, officer, phone, workOf, type Work } from './phones';

const sessions = 'Buổi tuyên truyền';

/** Notes an outreach session of today down, whoever is signed in. */
async function noteSession(page: Page): Promise<void> {
	await page.goto('/hoat-dong/new');
	await page.getByRole('radio', { name: /^Buổi tuyên truyền/ }).check();
	await page.getByLabel('Địa điểm', { exact: true }).fill('Nhà văn hoá thôn');
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
	const { reports } = await workOf(context);
	const { log } = reports[0] ?? {};
	if (!log?.['outreachSessions'] || !log['outreachAttendance'])
		throw new Error("This month's report carries today's session.");
	await openList(page);
	await context.setOffline(true);
	await page.getByRole('listitem').getByRole('link').first().click();
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

	await page.getByRole('button', { name: 'Lấy tất cả theo nhật ký' }).click();
	await expect(field).toHaveValue(String(log['outreachSessions']));
	await expect(page.getByLabel('Lượt người dự tuyên truyền', { exact: true })).toHaveValue(
		String(log['outreachAttendance']),
	);
	await expect(page.getByRole('button', { name: 'Lấy tất cả theo nhật ký' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Bỏ bản nhập dở' }).click();
	await context.close();
});

test('the desk shows what the log says, and takes it over where scripts run', async ({
	browser,
}) => {
	const plain = await phone(browser, officer, { javaScriptEnabled: false });
	const { reports } = await workOf(plain);
	const logged = reports.find(
		({ unit, newest, log }) =>
			unit.level === 'village' && newest === null && Object.keys(log).length > 1,
	);
	if (!logged) throw new Error('The villages of the commune keep a log.');
	const figures = Object.values(logged.log);
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

test('the phone lists quarters and years beside months, each with its deadline', async ({
	browser,
}) => {
	const context = await phone(browser, leader);
	const page = await context.newPage();
	const reports = (await workOf(context)).reports.filter(({ period }) => /^\d{4}/.test(period));
	const dates = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
	await openList(page);
	for (const { period, due } of reports) {
		const [year, part] = period.split('-');
		const name = part?.startsWith('Q')
			? `quý ${part.slice(1)}/${year}`
			: part
				? `tháng ${Number(part)}/${year}`
				: `năm ${year}`;
		await expect(page.getByRole('region', { name }).getByRole('link')).toContainText(
			`trước ngày ${dates.format(new Date(due))}`,
		);
	}
	expect(reports.map(({ period }) => period)).toEqual(
		expect.arrayContaining([expect.stringMatching(/^\d{4}-Q\d$/)]),
	);
	const quarter = page.getByRole('region', { name: /^quý/ }).last();
	await quarter.getByRole('link').click();
	await expect(page.getByText(/Báo cáo quý \d\/\d{4}\s+·\s+Hạn nộp/)).toBeVisible();
	await expectNoAxeViolations(page);
	await context.close();
});

test('an enterprise is asked for its own few indicators, and for no households', async ({
	browser,
}) => {
	const context = await phone(browser, leader);
	const page = await context.newPage();
	await context.route('**/api/entry?*', async (route) => {
		const answer = await route.fetch();
		const work = (await answer.json()) as Work;
		const reports = work.reports.map((report) => ({
			...report,
			unit: { ...report.unit, level: 'enterprise' },
		}));
		await route.fulfill({ json: { ...work, reports } });
	});
	await openList(page);
	await page.getByRole('listitem').getByRole('link').first().click();
	await expect(page.getByText('Câu 1 trên 1', { exact: true })).toBeVisible();
	const closed = page.locator('details:not([open]) > summary');
	while ((await closed.count()) > 0) await closed.first().click();
	await expect(page.locator('input[inputmode=numeric]')).toHaveCount(8);
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
		({ unit, newest, earlier }) => unit.level === 'village' && newest === null && earlier,
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
