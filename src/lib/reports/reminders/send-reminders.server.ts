import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { loadMessages, loadWorkMessages } from '../../messages';
import { createFormat } from '../../messages/format';
import type { Database } from '../../server/db/client';
import { account, reminder, roleGrant } from '../../server/db/schema';
import type { Mail, SendMail } from '../../server/mail';
import { readDuties, type Duty } from './duties.server';
import { stepsAt, type ReminderStep } from './steps';

interface Recipient {
	accountId: number;
	email: string;
	/** Of whom the account is told what is missing, and where it stands above those who report. */
	unitId: number;
	isAbove: boolean;
}

/**
 * Sends the reminders that are up, each once: of servers that run this together, the one that stores
 * a reminder sends it. One that the mail server refuses is forgotten again, and tried the next time.
 * @param origin the product's public address, for links.
 * @returns how many were sent.
 * @throws what the mail server answered last, once all others were tried.
 */
export async function sendReminders(
	database: Database,
	{ send, origin, now }: { send: SendMail; origin: string; now: Date },
): Promise<number> {
	const recipients = await readRecipients(database);
	const unitIds = [...new Set(recipients.map(({ unitId }) => unitId))];
	const duties = await readDuties(
		database,
		unitIds,
		now,
		(rules, due) => stepsAt(rules, due, now).length > 0,
	);
	const compose = await createComposer(origin);
	let sent = 0;
	let failure: unknown;
	for (const duty of duties)
		for (const step of stepsAt(duty.rules, duty.due, now))
			for (const recipient of recipients) {
				if (recipient.unitId !== duty.scope.id || recipient.isAbove !== step.escalation) continue;
				const claimed = await claim(database, duty, step, recipient, now);
				if (claimed === undefined) continue;
				try {
					await send(compose(duty, step, recipient));
					sent += 1;
				} catch (error) {
					await database.delete(reminder).where(eq(reminder.id, claimed));
					failure = error;
				}
			}
	if (failure !== undefined) throw failure;
	return sent;
}

async function readRecipients(database: Database): Promise<Recipient[]> {
	const rows = await database
		.selectDistinct({
			accountId: account.id,
			email: account.email,
			unitId: roleGrant.unitId,
			role: roleGrant.role,
		})
		.from(account)
		.innerJoin(roleGrant, eq(roleGrant.accountId, account.id))
		.where(
			and(
				isNotNull(account.email),
				isNull(account.disabledAt),
				inArray(roleGrant.role, ['reporter', 'approver', 'administrator']),
			),
		)
		.orderBy(account.id);
	return rows.flatMap(({ email, role, ...row }) =>
		email === null ? [] : [{ ...row, email, isAbove: role !== 'reporter' }],
	);
}

/** @returns the reminder's id; undefined when it was sent already, or somebody else is sending it. */
async function claim(
	database: Database,
	{ period, scope }: Duty,
	{ days, escalation }: ReminderStep,
	{ accountId }: Recipient,
	now: Date,
): Promise<number | undefined> {
	const step = `${scope.code} ${days}${escalation ? ' escalation' : ''}`;
	const [claimed] = await database
		.insert(reminder)
		.values({ periodId: period.id, accountId, step, sentAt: now })
		.onConflictDoNothing()
		.returning({ id: reminder.id });
	return claimed?.id;
}

/** Mails are in Vietnamese: an account doesn't say which language it reads. */
async function createComposer(origin: string) {
	const messages = await loadMessages('vi');
	const { cycle } = await loadWorkMessages('vi');
	const format = createFormat('vi', messages);
	return (
		{ scope, period, due, missing, reports }: Duty,
		step: ReminderStep,
		to: Recipient,
	): Mail => {
		const about = {
			unit: format.unitName(scope),
			period: format.period(period),
			due: format.date(due),
			missing: format.number(reports.missing),
			all: format.number(reports.due),
			names: missing.map((unit) => format.unitName(unit)),
			link: `${origin}/bao-cao/status?don-vi=${scope.code}&ky=${period.code}`,
		};
		const urgency = step.escalation ? 'escalated' : step.days < 0 ? 'soon' : 'overdue';
		return {
			to: to.email,
			subject: cycle.mail.subject[urgency](about.unit, about.period),
			text: cycle.mail.text(about),
		};
	};
}
