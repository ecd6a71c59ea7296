import { and, eq, sql } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import type { Actor } from '../contracts/accounts';
import { localDay } from '../contracts/local-time';
import { queryRows, type Database } from '../server/db/client';
import { inquiry, inquiryVersion } from '../server/db/schema';
import { InvalidError } from '../server/errors';
import { askedUnits } from './asked-units.server';
import { lockInquiry, readVersions, recordChange } from './keeper.server';

/**
 * Sends a draft to the units that are meant on that day; its questions are frozen from here on.
 * @throws InvalidError without a question, a unit to ask, or time to answer; NotFoundError;
 * ForbiddenError; ConflictError when it was sent or withdrawn.
 */
export async function sendInquiry(
	database: Database,
	actor: Actor,
	id: number,
	now: Date,
): Promise<void> {
	await database.transaction(async (transaction) => {
		const { unitId, audience, dueAt } = await lockInquiry(transaction, actor, id, ['draft']);
		const [version] = await readVersions(transaction, id);
		if (!version || version.questions.length === 0)
			throw refusal('questions', 'noQuestions', 'there is no question');
		if (dueAt <= now) throw refusal('dueOn', 'dueToCome', 'the deadline has passed');
		const asked = await queryRows<{ id: number }>(
			transaction,
			sql`insert into inquiry_recipient (inquiry_id, unit_id)
				select ${id}, asked.id from ${askedUnits(unitId, audience, localDay(now))} asked
				returning unit_id as id`,
		);
		if (asked.length === 0) throw refusal('level', 'noSuchUnits', 'no such unit lies below');
		await transaction
			.update(inquiryVersion)
			.set({ issuedAt: now })
			.where(and(eq(inquiryVersion.inquiryId, id), eq(inquiryVersion.version, version.version)));
		await transaction.update(inquiry).set({ state: 'sent', sentAt: now }).where(eq(inquiry.id, id));
		await recordChange(transaction, actor, { inquiryId: id, change: 'sent', version: 1, at: now });
		await writeAudit(transaction, {
			...{ actor, action: 'inquiry.send', subject: `inquiry:${id}` },
			details: { units: asked.length },
		});
	});
}

const refusal = (field: string, rule: string, message: string) =>
	new InvalidError([{ field, rule, message }]);
