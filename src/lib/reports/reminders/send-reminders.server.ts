import { loadMessages, loadWorkMessages } from '../../messages';
import { toAddress } from '../../messages/addresses';
import { createFormat } from '../../messages/format';
import type { Unit } from '../../contracts/admin-units';
import type { Database } from '../../server/db/client';
import type { Mail, SendMail } from '../../server/mail';
import { entryFormAddress } from '../entry/work';
import type { Standing } from '../status/standing';
import { deliver, type DueReminder } from './deliver.server';
import { readDuties, type Duty } from './duties.server';
import { dueInquiryReminders } from './inquiry-reminders.server';
import { readRecipients, type Recipient } from './recipients.server';
import { dueTaskReminders } from './task-reminders.server';
import { stepsAt, type ReminderStep } from './steps';

/**
 * Sends the reminders that are up, of reports, tasks and inquiries, each once.
 * @param origin the product's public address, for links.
 * @returns how many were sent.
 * @throws what `deliver` throws.
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
	const ofReports = duties.flatMap((duty) =>
		stepsAt(duty.rules, duty.due, now).flatMap((step) =>
			recipients
				.filter(({ unitId, isAbove }) => unitId === duty.scope.id && isAbove === step.escalation)
				.map((recipient): DueReminder => ({
					about: { periodId: duty.period.id },
					accountId: recipient.accountId,
					step: [
						`${duty.scope.code} ${step.days}`,
						...(step.escalation ? ['escalation'] : []),
						...(duty.isOwn ? ['own'] : []),
					].join(' '),
					compose: () => compose(duty, step, recipient),
				})),
		),
	);
	const about = { origin, now };
	const ofTasks = await dueTaskReminders(database, recipients, about);
	const ofInquiries = await dueInquiryReminders(database, recipients, about);
	return deliver(database, [...ofReports, ...ofTasks, ...ofInquiries], { send, now });
}

/** Whether the unit enters a report, rather than being the sum of others that do. */
const reportsItself = (unit: Standing, scope: Unit) =>
	unit.level === 'village' || unit.level === 'organisation' || unit.code === scope.code;

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
		const status = `${origin}${toAddress('/reports/status', 'vi')}?don-vi=${scope.code}&ky=${period.code}`;
		const forms = to.isAbove ? [] : missing.filter((unit) => reportsItself(unit, scope));
		const formOf = (code: string) => `${origin}${entryFormAddress(code, period.code)}`;
		const [only] = missing.length === 1 ? forms : [];
		const about = {
			unit: format.unitName(scope),
			period: format.period(period),
			due: format.date(due),
			missing: format.number(reports.missing),
			all: format.number(reports.due),
			names: missing.map((unit) => {
				const name = format.unitName(unit);
				return forms.length > 1 && forms.includes(unit) ? `${name}: ${formOf(unit.code)}` : name;
			}),
			link: only ? formOf(only.code) : status,
		};
		const urgency = step.escalation ? 'escalated' : step.days < 0 ? 'soon' : 'overdue';
		return {
			to: to.email,
			subject: cycle.mail.subject[urgency](about.unit, about.period),
			text: cycle.mail.text(about),
		};
	};
}
