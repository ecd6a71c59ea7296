import { createServer, type AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import { syncCatalogue } from '../../indicators/sync.server';
import type { Database } from '../../server/db/client';
import { drawUpInquiry } from '../../inquiries/draw-up.server';
import { extendInquiry } from '../../inquiries/end.server';
import { saveAnswer } from '../../inquiries/save-answer.server';
import { sendInquiry } from '../../inquiries/send.server';
import { account, inquiryReminder, periodDueDate, reminder } from '../../server/db/schema';
import { createMailer, type Mail, type SendMail } from '../../server/mail';
import { addTask } from '../../plans/add-task.server';
import { drawUpPlan } from '../../plans/draw-up.server';
import { finishTask } from '../../plans/finish-task.server';
import { ensurePeriods } from '../periods/periods.server';
import { submitReports } from '../intake/submit.server';
import { readNotices } from './read-notices.server';
import { sendReminders } from './send-reminders.server';

const period = '2026-10';
const due = new Date('2026-10-24T17:00:00Z');
const at = (days: number) => new Date(due.getTime() + days * 86_400_000);
const origin = 'https://nhipso.example';

async function setUp(database: Database, code = '98') {
	await syncCatalogue(database);
	const province = await makeProvince(database, { communes: 2, villages: 2, code });
	const [first] = province.communes;
	if (!first) throw new Error('two communes');
	await ensurePeriods(database, [period]);
	const withMail = async (name: string, role: 'reporter' | 'approver', unitId: number) => {
		const actor = await makeAccount(database, `${name}-${code}`, role, unitId);
		const email = `${name}@example.vn`;
		await database.update(account).set({ email }).where(eq(account.id, actor.accountId));
		return actor;
	};
	const reporter = await withMail('xa', 'reporter', first.id);
	const approver = await withMail('duyet', 'approver', first.id);
	const sent: Mail[] = [];
	const remind = async (
		days: number,
		send: SendMail = (mail) => Promise.resolve(void sent.push(mail)),
	) => sendReminders(database, { send, origin, now: at(days) });
	const submit = (index: number, days: number) =>
		submitReports(
			database,
			province.reporter,
			[reportOf(first.villages[index]?.code ?? '', period, 10, 100)],
			{ channel: 'form', now: at(days) },
		);
	return { ...province, first, reporter, approver, sent, remind, submit };
}

/** Takes every mail like a mail server does, and keeps what it was given. */
async function startMailServer() {
	const received: string[] = [];
	const server = createServer((socket) => {
		let isText = false;
		let text = '';
		const reply = (line: string) => socket.write(`${line}\r\n`);
		reply('220 test');
		socket.on('data', (chunk) => {
			text += chunk.toString();
			if (isText) {
				if (!text.endsWith('\r\n.\r\n')) return;
				received.push(text);
				isText = false;
				text = '';
				reply('250 taken');
				return;
			}
			for (const line of text.split('\r\n').slice(0, -1)) {
				if (/^DATA/i.test(line)) {
					isText = true;
					reply('354 go on');
				} else reply(/^QUIT/i.test(line) ? '221 bye' : '250 test');
			}
			text = '';
		});
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const { port } = server.address() as AddressInfo;
	return { received, url: `smtp://127.0.0.1:${port}?ignoreTLS=true`, close: () => server.close() };
}

describeDatabase('reminders', (handle) => {
	it('go once to who has to report, at the days that the rules set', () =>
		rolledBack(handle(), async (database) => {
			const { remind, sent, submit, first } = await setUp(database);
			expect(await remind(-3.5)).toBe(0);
			expect(await remind(-3)).toBe(1);
			expect(await remind(-2.9)).toBe(0);
			expect(sent[0]).toMatchObject({ to: 'xa@example.vn' });
			expect(sent[0]?.subject).toMatch(/^Sắp đến hạn báo cáo tháng 10\/2026/);
			expect(sent[0]?.text).toContain('còn thiếu 2/2 báo cáo');
			const [one, two] = first.villages.map(({ code }) => `${origin}/nhap-lieu#${code}@2026-10`);
			expect(sent[0]?.text).toMatch(new RegExp(`^- .+: ${one}$`, 'm'));
			expect(sent[0]?.text).toMatch(new RegExp(`^- .+: ${two}$`, 'm'));
			expect(sent[0]?.text).toContain(
				`${origin}/bao-cao/tinh-hinh-nop?don-vi=${first.code}&ky=2026-10`,
			);
			await submit(0, -2);
			expect(await remind(0)).toBe(1);
			expect(sent[1]?.text).toContain('còn thiếu 1/2 báo cáo');
			expect(sent[1]?.text).toContain(`Xem và nộp tại: ${two}`);
			expect(sent[1]?.text).not.toContain('/bao-cao/tinh-hinh-nop');
			await submit(1, 0.5);
			expect(await remind(1)).toBe(0);
		}));

	it('tell the level above after some days, and nobody when nothing is missing', () =>
		rolledBack(handle(), async (database) => {
			const { remind, sent, submit } = await setUp(database);
			expect(await remind(5)).toBe(1);
			expect(sent.map(({ to }) => to)).toEqual(['duyet@example.vn']);
			expect(sent[0]?.subject).toContain('còn thiếu');
			expect(sent[0]?.text).toContain('/bao-cao/tinh-hinh-nop?');
			expect(sent[0]?.text).not.toContain('/nhap-lieu');
			await database.delete(reminder);
			await submit(0, 5);
			await submit(1, 5);
			expect(await remind(5.5)).toBe(0);
		}));

	it('tell of a plan’s tasks a week and a day before they are due, and after, once a day', () =>
		rolledBack(handle(), async (database) => {
			const { remind, sent, first, reporter } = await setUp(database);
			const plan = await drawUpPlan(
				database,
				reporter,
				{
					...{ unitId: first.id, year: 2026, title: 'Kế hoạch', number: '', issuedOn: null },
					template: 'empty',
				},
				at(-60),
			);
			const task = { lead: 'Tổ trưởng', place: '', product: '', audience: 'own' };
			const dates = { startsOn: '2026-08-01', dueOn: '2026-09-10' };
			const what = 'Lập nhóm Zalo của tổ';
			const taskId = await addTask(
				...([database, reporter, plan, { ...task, ...dates, what }, at(-60)] as const),
			);
			const onDay = (day: string) => (Date.parse(day) - due.getTime()) / 86_400_000;
			expect(await remind(onDay('2026-09-02T02:00:00Z'))).toBe(0);
			expect(await remind(onDay('2026-09-03T02:00:00Z'))).toBe(1);
			expect(await remind(onDay('2026-09-03T09:00:00Z'))).toBe(0);
			expect(sent[0]?.to).toBe('xa@example.vn');
			expect(sent[0]?.text).toContain('- Đến hạn ngày 10/9/2026: Lập nhóm Zalo của tổ');
			expect(await remind(onDay('2026-09-11T02:00:00Z'))).toBe(1);
			expect(sent[1]?.text).toContain('- Quá hạn từ ngày 10/9/2026');
			const done = { unitId: first.id, doneOn: '2026-09-12', result: '' };
			await finishTask(database, reporter, taskId, done, at(-40));
			expect(await remind(onDay('2026-09-17T02:00:00Z'))).toBe(0);
		}));

	it('that the mail server refuses are tried again', () =>
		rolledBack(handle(), async (database) => {
			const { remind } = await setUp(database);
			const refusing = () => Promise.reject(new Error('421 busy'));
			await expect(remind(0, refusing)).rejects.toThrow('421');
			expect(await remind(0)).toBe(1);
		}));

	it('whose sender died before it sent them are sent by another, once', () =>
		rolledBack(handle(), async (database) => {
			const { remind } = await setUp(database);
			await remind(0);
			await database.update(reminder).set({ sentAt: null });
			expect(await remind(0.001)).toBe(0);
			expect(await remind(0.02)).toBe(1);
			expect(await remind(0.04)).toBe(0);
		}));

	it('cost one attempt where the mail server does not answer', () =>
		rolledBack(handle(), async (database) => {
			const { remind, first } = await setUp(database);
			const other = await makeAccount(database, 'xa-2', 'reporter', first.id);
			await database
				.update(account)
				.set({ email: 'hai@example.vn' })
				.where(eq(account.id, other.accountId));
			let attempts = 0;
			const away = () => {
				attempts += 1;
				return Promise.reject(Object.assign(new Error('no answer'), { code: 'ECONNECTION' }));
			};
			await expect(remind(0, away)).rejects.toThrow('no answer');
			expect(attempts).toBe(1);
			expect(await remind(0)).toBe(2);
		}));

	it('are sent by one of several servers, over SMTP', async () => {
		const { remind } = await setUp(handle().database, '96');
		const mailServer = await startMailServer();
		const send = createMailer({ smtpUrl: mailServer.url, from: 'nhac@example.vn' });
		const counts = await Promise.all([remind(0, send), remind(0, send), remind(0, send)]);
		mailServer.close();
		expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
		expect(mailServer.received).toHaveLength(1);
		expect(mailServer.received[0]).toContain('To: xa@example.vn');
		expect(mailServer.received[0]).toContain('From: nhac@example.vn');
	});

	it('of inquiries go to who has not answered, and later to the asker, anew when it was extended', () =>
		rolledBack(handle(), async (database) => {
			const { first, reporter, approver, sent, remind } = await setUp(database);
			await database.delete(periodDueDate);
			const village = first.villages[0]?.id ?? 0;
			const other = first.villages[1]?.id ?? 0;
			const head = { title: 'Cán bộ đầu mối', reason: 'Lập danh bạ', basis: '' };
			const asker = await makeAccount(database, 'asker', 'reporter', first.id);
			const id = await drawUpInquiry(
				database,
				asker,
				{
					...{ ...head, unitId: first.id, level: 'village', template: 'contacts' },
					...{ dueOn: '2026-10-25', dueTime: '00:00' },
				},
				at(-9),
			);
			await sendInquiry(database, asker, id, at(-9));
			const leader = await makeAccount(database, 'leader', 'reporter', village);
			await database
				.update(account)
				.set({ email: 'thon@example.vn' })
				.where(eq(account.id, leader.accountId));
			const answer = (unitId: number, q1: string) =>
				saveAnswer(
					database,
					reporter,
					{
						...{ inquiryId: id, unitId, version: 1, revision: 0, submit: true },
						...{ answers: { q1, q2: 'Trưởng thôn', q3: '0900 000 000' } },
						...{ files: {}, withoutFile: [] },
					},
					at(-4),
				);
			await answer(other, 'Bà B');
			expect(await remind(-3)).toBe(1);
			expect(await remind(-2.9)).toBe(0);
			// Had its sender died before it was sent, another would send it, once.
			await database.update(inquiryReminder).set({ sentAt: null });
			expect(await remind(-2.999)).toBe(0);
			expect([await remind(-2.8), await remind(-2.7)]).toEqual([1, 0]);
			expect(sent.splice(1)).toEqual(sent);
			expect(sent[0]).toMatchObject({ to: 'thon@example.vn' });
			expect(sent[0]?.subject).toBe('Sắp đến hạn trả lời: Cán bộ đầu mối');
			expect(sent[0]?.text).toContain(`${origin}/bao-cao-dot-xuat/${id}/tra-loi/${village}`);
			expect(sent[0]?.text).toContain('Còn thiếu 1/2 câu trả lời');
			expect(await remind(5)).toBe(1);
			expect(sent[1]).toMatchObject({ to: 'duyet@example.vn' });
			const later = { dueOn: '2026-11-01', dueTime: '00:00', reason: 'Mưa lũ nhiều ngày' };
			await extendInquiry(database, approver, id, later, at(5));
			expect(await remind(4)).toBe(1);
			await answer(village, 'Ông A');
			expect(await remind(7)).toBe(0);
		}));

	it('stand on the page of who reports when it is near, of who approves when it is long over', () =>
		rolledBack(handle(), async (database) => {
			const { reporter, approver, submit } = await setUp(database);
			const notices = async (actor: typeof reporter, days: number) =>
				(await readNotices(database, actor, at(days))).map(
					({ urgency, reports }) => `${urgency} ${reports.missing}/${reports.due}`,
				);
			expect(await notices(reporter, -4)).toEqual([]);
			expect(await notices(reporter, -3)).toEqual(['soon 2/2']);
			expect(await notices(approver, 1)).toEqual([]);
			await submit(0, 0.5);
			expect(await notices(reporter, 1)).toEqual(['overdue 1/2']);
			expect(await notices(approver, 5)).toEqual(['escalated 1/2']);
		}));
});
