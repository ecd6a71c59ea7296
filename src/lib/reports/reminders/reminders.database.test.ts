import { createServer, type AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import { syncCatalogue } from '../../indicators/sync.server';
import type { Database } from '../../server/db/client';
import { account, reminder } from '../../server/db/schema';
import { createMailer, type Mail, type SendMail } from '../../server/mail';
import { ensurePeriods } from '../periods.server';
import { submitReports } from '../submit.server';
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
			expect(sent[0]?.text).toContain(`${origin}/bao-cao/status?don-vi=${first.code}&ky=2026-10`);
			await submit(0, -2);
			expect(await remind(0)).toBe(1);
			expect(sent[1]?.text).toContain('còn thiếu 1/2 báo cáo');
			await submit(1, 0.5);
			expect(await remind(1)).toBe(0);
		}));

	it('tell the level above after some days, and nobody when nothing is missing', () =>
		rolledBack(handle(), async (database) => {
			const { remind, sent, submit } = await setUp(database);
			expect(await remind(5)).toBe(1);
			expect(sent.map(({ to }) => to)).toEqual(['duyet@example.vn']);
			expect(sent[0]?.subject).toContain('còn thiếu');
			await database.delete(reminder);
			await submit(0, 5);
			await submit(1, 5);
			expect(await remind(5.5)).toBe(0);
		}));

	it('that the mail server refuses are tried again', () =>
		rolledBack(handle(), async (database) => {
			const { remind } = await setUp(database);
			const refusing = () => Promise.reject(new Error('421 busy'));
			await expect(remind(0, refusing)).rejects.toThrow('421');
			expect(await remind(0)).toBe(1);
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
