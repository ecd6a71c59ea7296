import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { docxText } from '../fixtures/papers/docx-text';
import { accountOf, councilAccounts } from './environment';
import { expect, expectNoAxeViolations, expectNoSidewaysScrolling } from './fixtures';
import { testFrom } from './moved-clock/fixture';
import { choose, press, send, type } from './keys';
import { checkFreeze } from './season/check-freeze';
import {
	agree,
	decide,
	markPresent,
	moveOn,
	openVote,
	recuse,
	score,
	sheetOf,
} from './season/council-pages';
import {
	answerFlag,
	backCheck,
	commentOnList,
	compareTwo,
	walkAround,
} from './season/evidence-pages';
import {
	addFiles,
	nameCouncil,
	openAs,
	openSeason,
	parts,
	putForward,
	shortenAppraisal,
	signCriteria,
	stepDossier,
	submitDossier,
} from './season/pages';
import { reportMonth } from './season/report';

const base = testFrom('2026-05-20T02:00:00Z');
const test = base.extend<{ open: (who: string) => Promise<Page> }>({
	open: async ({ browser, world }, use) => {
		const opened: Page[] = [];
		await use(async (who) => {
			const seated = councilAccounts.find(({ seat }) => seat === who);
			const role = (['administrator', 'committee', 'reporter', 'approver'] as const).find(
				(one) => one === who,
			);
			const account = seated ?? (role && accountOf(role));
			if (!account) throw new Error(who);
			const page = await openAs(browser, world.address, account);
			opened.push(page);
			return page;
		});
		for (const page of opened) await page.context().close();
	},
});

const communes = 'Xã, phường tiêu biểu';
const complete = { button: 'Ghi nhận hồ sơ đủ', state: 'Hồ sơ đủ' };
const list = { button: 'Đưa vào danh sách xét', state: 'Đã vào danh sách' };

test('a season goes from criteria weighed blind to the decision’s papers, for a commune and a person', async ({
	browser,
	world,
	open,
}) => {
	test.setTimeout(900_000);
	let season = '';

	await test.step('in May it is opened, and its criteria come into force by two people', async () => {
		const administrator = await open('administrator');
		season = await openSeason(administrator, 'Xét tặng thử năm 2026');
		await shortenAppraisal(administrator, season, '20');
		const version = await signCriteria(await open('committee'), season);
		await administrator.goto(version);
		await administrator.getByRole('button', { name: 'Ký lần hai, cho có hiệu lực' }).click();
		await expect(administrator.locator('code')).toHaveText(/^[0-9a-f]{64}$/);
		const hash = await administrator.locator('code').innerText();
		await administrator.goto('/phuong-phap/thi-dua');
		await expect(administrator.getByText(hash)).toBeVisible();
		await nameCouncil(administrator, season, councilAccounts);
	});

	await test.step('the calendar says what it costs, and is taken along', async () => {
		const committee = await open('committee');
		await committee.goto(`${season}/lich`);
		await expect(committee.getByText('Thẩm định mất 20 ngày làm việc')).toBeVisible();
		const [calendar] = await Promise.all([
			committee.waitForEvent('download'),
			committee.getByRole('link', { name: 'Tải lịch (.ics)' }).click(),
		]);
		expect(readFileSync(await calendar.path(), 'utf8')).toContain('DTSTART;VALUE=DATE:20261010');
		await expectNoAxeViolations(committee);
	});

	await world.moveTo('2026-08-03T02:00:00Z');
	await test.step('in August the list moves with each approval, and two communes share a band', async () => {
		const committee = await open('committee');
		await committee.goto(`${season}/danh-sach`);
		const rows = committee.getByRole('table').first().locator('tbody tr');
		await expect(rows.filter({ hasText: 'Bình Minh' }).filter({ hasText: '%' })).toHaveCount(0);
		const { address } = world;
		const people = { address, reporter: await open('reporter'), approver: await open('approver') };
		// More households can do everything in one, more of those that can't are helped in the other.
		const july = {
			...{ '98000': { able: 320, assisted: 10 }, '98001': { able: 300, assisted: 20 } },
			'98002': { able: 90, assisted: 0 },
		};
		for (const [code, { able, assisted }] of Object.entries(july)) {
			await reportMonth(people, { code, month: '2026-06', able: able / 2 });
			await reportMonth(people, { code, month: '2026-07', able, assisted });
		}
		const cells = (at: number) => rows.locator(`td:nth-of-type(${at})`).allInnerTexts();
		await expect.poll(() => cells(5)).toEqual(['1', '1', '2']);
		expect(await cells(1), 'they differ, and share no place').toEqual(['1', '2', '3']);
	});

	let commune = { name: '', dossier: '' };
	let person = commune;
	await test.step('a commune’s dossier lacks a part, so it comes back with a reason; a person’s is whole', async () => {
		// Whoever scores without names reads no dossier before: the committee's office is no seat.
		const [unit, office] = [await open('reporter'), await open('committee')];
		commune = await putForward(unit, season, { category: communes, unit: 'An Bình' });
		await addFiles(unit, parts.slice(0, 1));
		await submitDossier(unit);
		await office.goto(commune.dossier);
		await send(office, office.getByRole('button', { name: 'Ghi nhận hồ sơ đủ' }));
		await expect(office.getByRole('alert')).toContainText('Biên bản họp xét');
		await type(office, office.getByLabel(/^Lý do/), 'Thiếu báo cáo và biên bản');
		await send(office, office.getByRole('button', { name: 'Trả lại' }));
		await expect(office.getByText('Đã trả lại hồ sơ kèm lý do.')).toBeVisible();
		await unit.reload();
		await expect(unit.getByText('Thiếu báo cáo và biên bản')).toBeVisible();
		await addFiles(unit, parts.slice(1));
		await expectNoAxeViolations(unit);
		await submitDossier(unit);
		person = await putForward(unit, season, { category: 'Cá nhân tiêu biểu', unit: 'Bình Minh' });
		await addFiles(unit, parts);
		await submitDossier(unit);
		await office.goto(`${season}/de-cu`);
		for (const { name } of [commune, person])
			for (const step of [complete, list]) await stepDossier(office, name, step);
		await expectNoAxeViolations(office);
	});

	await test.step('a household is drawn and visited; a unit answers what looks odd in its reports', async () => {
		const [first, unit] = [await open('committee'), await open('reporter')];
		const [second, phone] = [await open('deputy'), await open('committee')];
		await backCheck({ first, second, phone }, season, 'Xã An Bình');
		await first.goto(commune.dossier);
		await expect(first.getByText('1 trong 1 hộ hỏi được đúng như báo cáo: 100,0%')).toBeVisible();
		await answerFlag({ unit, committee: first }, season, '98001');
	});

	await world.moveTo('2026-08-07T02:00:00Z');
	await test.step('figures are frozen; what is approved afterwards stands beside them', async () => {
		const committee = await open('committee');
		await committee.goto(`${season}/khoa-so-lieu`);
		// By the calendar a week later: it takes a reason, which everybody reads.
		const freeze = committee.getByRole('button', { name: 'Khóa số liệu' });
		await expect(committee.getByText(/không được cố định trước khi số liệu bắt đầu/)).toBeVisible();
		await send(committee, freeze);
		await expect(committee.getByText('Hãy ghi lý do khóa sớm, ít nhất 10 ký tự.')).toBeVisible();
		await type(committee, committee.getByLabel(/^Lý do khóa/), 'Hội đồng họp sớm một tuần');
		await send(committee, freeze);
		await expect(committee.getByText(/^E2E committee đã khóa/)).toBeVisible();
		await expectNoAxeViolations(committee);
		await committee.goto(`${season}/quy-dinh`);
		await expect(committee.getByText('các quy định không sửa được nữa')).toBeVisible();
		const { address } = world;
		const people = { address, reporter: await open('reporter'), approver: await open('approver') };
		await reportMonth(people, { code: '98002', month: '2026-07', able: 120 });
		await committee.goto(`${season}/khoa-so-lieu`);
		const correction = committee.getByRole('row').filter({ hasText: 'đếm lại từng nhà' });
		await expect(correction).toContainText('Cẩm Sơn');
		await expect(correction).toContainText('7/2026');
		await expect(correction).toContainText('Đính chính');
	});

	await test.step('whoever is not signed in computes everything again, and says in September what they think', async () => {
		const context = await browser.newContext({ baseURL: world.address });
		const page = await context.newPage();
		const ofSeason = season.replace('/thi-dua/', '/thi-dua-cong-khai/');
		await page.goto(ofSeason);
		await expect(page.getByText('Hội đồng họp sớm một tuần')).toBeVisible();
		await checkFreeze(page, ofSeason);
		await world.moveTo('2026-09-01T02:00:00Z');
		const who = { visitor: page, officer: await open('approver') };
		await commentOnList(who, ofSeason, commune.name);
		await context.close();
	});

	await test.step('a dossier that comes in September is kept, and marked as late', async () => {
		const unit = await open('reporter');
		const late = await putForward(unit, season, { category: communes, unit: 'Cẩm Sơn' });
		await send(unit, unit.getByRole('button', { name: 'Gửi hồ sơ' }));
		await expect(unit.getByText('Nộp muộn')).toBeVisible();
		await expectNoSidewaysScrolling(unit);
		const office = await open('secretary');
		await office.goto(`${season}/de-cu`);
		await expect(office.getByRole('row').filter({ hasText: late.name })).toContainText('Nộp muộn');
	});

	const council = {
		chair: await open('chair'),
		deputy: await open('deputy'),
		office: await open('secretary'),
		member: await open('member'),
	};
	const { chair, deputy, office, member } = council;
	await test.step('keys lead from the seasons to the list, a dossier and the council', async () => {
		await walkAround(chair, season, commune.name);
	});
	let sheet = '';
	await test.step('a member steps back: the sheet is not there for them', async () => {
		await recuse(member, season, commune.name);
		await moveOn(chair, season, 'Chấm điểm độc lập');
		sheet = await sheetOf(chair, season, commune.name);
		expect((await member.goto(sheet))?.status()).toBe(404);
		await score(chair);
		await moveOn(chair, season, 'Thảo luận');
		await chair.goto(sheet);
		await type(chair, chair.getByLabel('Ý kiến', { exact: true }), 'Nên xét trước');
		await send(chair, chair.getByRole('button', { name: 'Gửi ý kiến' }));
		await expect(chair.getByText('Nên xét trước')).toBeVisible();
		await compareTwo(chair, season, [`Xã ${commune.name}`, person.name]);
		await moveOn(chair, season, 'Bỏ phiếu');
	});

	const screen = await deputy.context().newPage();
	await test.step('one of three is there: no quorum', async () => {
		await markPresent(chair, season, 'e2e-chair');
		await screen.setViewportSize({ width: 1920, height: 1080 });
		await screen.goto(`${season}/phien-hop`);
		await expect(screen.getByText('Chưa đưa đề cử nào lên màn hình.')).toBeVisible();
		const item = chair.getByRole('listitem').filter({ hasText: commune.name });
		await send(chair, item.getByRole('button', { name: 'Đưa lên màn hình phiên họp' }));
		await expect(screen.getByRole('heading', { level: 2, name: commune.name })).toBeVisible();
		await chair.goto(sheet);
		await send(chair, chair.getByRole('button', { name: 'Mở bỏ phiếu' }));
		await expect(chair.getByText('Chưa đủ thành viên dự họp')).toBeVisible();
		await expect(screen.getByText('Không đủ người dự').first()).toBeVisible();
	});

	await test.step('the secretary votes in writing, the deputy comes: the commune is voted for', async () => {
		await office.goto(sheet);
		await choose(office, office.getByLabel('Đồng ý', { exact: true }));
		await send(office, office.getByRole('button', { name: 'Gửi phiếu bằng văn bản' }));
		await expect(office.getByText('Bạn đã bỏ phiếu bằng văn bản: Đồng ý.')).toBeVisible();
		await markPresent(chair, season, 'e2e-deputy');
		await openVote(chair, sheet);
		await expect(screen.getByRole('timer')).toBeVisible();
		await expectNoAxeViolations(screen);
		await agree([chair, deputy], sheet);
		await send(chair, chair.getByRole('button', { name: 'Kết thúc và kiểm phiếu' }));
		await expect(screen.getByText('Đạt', { exact: true }).first()).toBeVisible();
		await member.goto(`${season}/phien-hop`);
		await expect(member.getByText(/^Đề cử này đang được xét khi bạn đứng ngoài/)).toBeVisible();
		await expect(member.getByText('Đạt', { exact: true })).toHaveCount(0);
	});

	await test.step('the person is voted for by all who are there', async () => {
		await markPresent(chair, season, 'e2e-secretary');
		const ofPerson = await sheetOf(chair, season, person.name);
		await openVote(chair, ofPerson);
		await agree([chair, deputy, office], ofPerson);
		await send(chair, chair.getByRole('button', { name: 'Kết thúc và kiểm phiếu' }));
		await expect(chair.getByText('Đạt', { exact: true }).first()).toBeVisible();
		await moveOn(chair, season, 'Đã kết thúc');
		await member.setViewportSize({ width: 360, height: 740 });
		for (const path of ['phien-hop', 'hoi-dong', 'de-cu']) {
			await member.goto(`${season}/${path}`);
			await expectNoSidewaysScrolling(member);
		}
	});

	await world.moveTo('2026-10-06T02:00:00Z');
	await test.step('the decision and its papers name both', async () => {
		const secretary = await open('secretary');
		await decide(secretary, season, [commune.name, person.name]);
		await secretary.goto(`${season}/van-ban`);
		const [paper] = await Promise.all([
			secretary.waitForEvent('download'),
			press(secretary, secretary.getByRole('link', { name: /^Dự thảo quyết định và danh sách/ })),
		]);
		const text = (await docxText(readFileSync(await paper.path()))).join('\n');
		for (const { name } of [commune, person]) expect(text).toContain(name);
	});
});
