import { readUnanswered, type Unanswered } from '../../inquiries/read-unanswered.server';
import { loadMessages, loadWorkMessages } from '../../messages';
import { toAddress } from '../../messages/addresses';
import { createFormat } from '../../messages/format';
import { dayLength, localDay } from '../../contracts/local-time';
import type { Database } from '../../server/db/client';
import type { Mail } from '../../server/mail';
import { readLine, readVersions, versionInForce } from '../periods/deadline-versions.server';
import type { DueReminder } from './deliver.server';
import type { Recipient } from './recipients.server';
import { stepsAt, type ReminderStep } from './steps';

/** As far from a deadline as any rule reminds. */
const daysNear = 40;

/**
 * The reminders of inquiries that are up, by the days that the asker's rules set: to those who report
 * for a unit that has not answered, or for the one above it, and later to the asker.
 */
export async function dueInquiryReminders(
	database: Database,
	recipients: readonly Recipient[],
	{ origin, now }: { origin: string; now: Date },
): Promise<DueReminder[]> {
	const near = (days: number) => new Date(now.getTime() + days * dayLength);
	const inquiries = await readUnanswered(database, { from: near(-daysNear), to: near(daysNear) });
	if (inquiries.length === 0) return [];
	const versions = await readVersions(database);
	const compose = await createComposer(origin);
	const due: DueReminder[] = [];
	for (const inquiry of inquiries) {
		const line = await readLine(database, inquiry.asker.id);
		const rules = versionInForce(versions, localDay(now), line);
		for (const step of stepsAt(rules, new Date(inquiry.dueAt), now))
			for (const { accountId, email, unitIds } of toldOf(inquiry, step, recipients))
				due.push({
					about: { inquiryId: inquiry.inquiryId },
					accountId,
					// A deadline that was extended is reminded of anew.
					step: `${inquiry.dueAt} ${step.days}${step.escalation ? ' escalation' : ''}`,
					compose: () => compose(inquiry, step, { email, unitIds }),
				});
	}
	return due;
}

/** Who is told of a step, each once, with the units of which they are told. */
function toldOf(
	{ missing, asker }: Unanswered,
	{ escalation }: ReminderStep,
	recipients: readonly Recipient[],
) {
	const told = new Map<number, { accountId: number; email: string; unitIds: Set<number> }>();
	for (const { accountId, email, unitId, isAbove } of recipients) {
		if (isAbove !== escalation || (unitId === asker.id) !== escalation) continue;
		const units = missing.filter(
			({ id, parentId }) => escalation || [id, parentId].includes(unitId),
		);
		if (units.length === 0) continue;
		const entry = told.get(accountId) ?? { accountId, email, unitIds: new Set() };
		for (const { id } of units) entry.unitIds.add(id);
		told.set(accountId, entry);
	}
	return told.values();
}

/** Mails are in Vietnamese: an account doesn't say which language it reads. */
async function createComposer(origin: string) {
	const format = createFormat('vi', await loadMessages('vi'));
	const { inquiries } = await loadWorkMessages('vi');
	return (
		{ inquiryId, title, dueAt, asker, asked, missing }: Unanswered,
		{ days, escalation }: ReminderStep,
		{ email, unitIds }: { email: string; unitIds: ReadonlySet<number> },
	): Mail => {
		const units = missing.filter(({ id }) => unitIds.has(id));
		const [only] = units.length === 1 ? units : [];
		const page = `/inquiries/${inquiryId}`;
		const { mail } = inquiries;
		return {
			to: email,
			subject: mail.subject[escalation ? 'escalated' : days < 0 ? 'soon' : 'overdue'](title),
			text: mail.text({
				title,
				asker: format.unitName(asker),
				due: inquiries.due(format.time(dueAt), format.date(dueAt)),
				missing: format.number(missing.length),
				asked: format.number(asked),
				names: units.map((unit) => format.unitName(unit)),
				link: origin + toAddress(only && !escalation ? `${page}/answers/${only.id}` : page, 'vi'),
			}),
		};
	};
}
