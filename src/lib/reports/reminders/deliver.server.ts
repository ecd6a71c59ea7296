import { and, eq, isNull, lt } from 'drizzle-orm';
import type { Database } from '../../server/db/client';
import { inquiryReminder, reminder } from '../../server/db/schema';
import { isMailServerAway, type Mail, type SendMail } from '../../server/mail';
import { minuteLength } from '../../contracts/local-time';

/** Longer than sending takes, and shorter than the time until the next try. */
const claimHolds = 15 * minuteLength;

/** A reminder that is up, of a period's deadline, of no period's, or of an inquiry's. */
export interface DueReminder {
	about: { periodId: number | null } | { inquiryId: number };
	accountId: number;
	/** Once to an account. */
	step: string;
	compose: () => Mail;
}

/**
 * Sends reminders, each once: of servers that run this together, the one that stores a reminder sends
 * it. One that the mail server refuses is forgotten again, and tried the next time; so is one whose
 * sender ended before it was sent.
 * @returns how many were sent.
 * @throws what the mail server answered last, once all others were tried; at once where it can't be reached.
 */
export async function deliver(
	database: Database,
	due: readonly DueReminder[],
	{ send, now }: { send: SendMail; now: Date },
): Promise<number> {
	let sent = 0;
	let failure: unknown;
	for (const each of due) {
		const table = 'periodId' in each.about ? reminder : inquiryReminder;
		const claimed = await claim(database, each, now);
		if (claimed === undefined) continue;
		try {
			await send(each.compose());
		} catch (error) {
			await database.delete(table).where(eq(table.id, claimed));
			if (isMailServerAway(error)) throw error;
			failure = error;
			continue;
		}
		await database.update(table).set({ sentAt: now }).where(eq(table.id, claimed));
		sent += 1;
	}
	if (failure !== undefined) throw failure;
	return sent;
}

/** @returns the reminder's id; undefined when it was sent already, or somebody else is sending it. */
async function claim(
	database: Database,
	{ about, accountId, step }: DueReminder,
	now: Date,
): Promise<number | undefined> {
	const isFree = (table: typeof reminder | typeof inquiryReminder) =>
		and(isNull(table.sentAt), lt(table.claimedAt, new Date(now.getTime() - claimHolds)));
	const rest = { accountId, step, claimedAt: now };
	const [claimed] =
		'periodId' in about
			? await database
					.insert(reminder)
					.values({ ...about, ...rest })
					.onConflictDoUpdate({
						target: [reminder.periodId, reminder.accountId, reminder.step],
						set: { claimedAt: now },
						setWhere: isFree(reminder),
					})
					.returning({ id: reminder.id })
			: await database
					.insert(inquiryReminder)
					.values({ ...about, ...rest })
					.onConflictDoUpdate({
						target: [inquiryReminder.inquiryId, inquiryReminder.accountId, inquiryReminder.step],
						set: { claimedAt: now },
						setWhere: isFree(inquiryReminder),
					})
					.returning({ id: inquiryReminder.id });
	return claimed?.id;
}
