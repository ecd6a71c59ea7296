import { and, eq, isNull } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { inquiryVersion } from '../server/db/schema';
import { ConflictError, InvalidError } from '../server/errors';
import { parse } from '../server/parse';
import { lockInquiry, readVersions, recordChange } from './keeper.server';
import { Reasoned } from './schemas';

/**
 * Begins to write the questions of a sent inquiry anew; what was sent holds until that is issued.
 * @throws NotFoundError; ForbiddenError; ConflictError when it isn't under way, or somebody began before.
 */
export async function beginCorrection(
	database: Database,
	actor: Actor,
	inquiryId: number,
): Promise<void> {
	await database.transaction(async (transaction) => {
		await lockInquiry(transaction, actor, inquiryId, ['sent']);
		const [newest] = await readVersions(transaction, inquiryId);
		if (!newest?.issuedAt) throw new ConflictError('A correction is being written.');
		const version = newest.version + 1;
		await transaction
			.insert(inquiryVersion)
			.values({ inquiryId, version, questions: newest.questions });
		await writeAudit(transaction, {
			...{ actor, action: 'inquiry.beginCorrection', subject: `inquiry:${inquiryId}` },
			details: { version },
		});
	});
}

/**
 * Asks what was written anew, in place of what was sent; answers that came stay, and say which version
 * they answer.
 * @throws InvalidError, NotFoundError, ForbiddenError; ConflictError when none is being written.
 */
export async function issueCorrection(
	database: Database,
	actor: Actor,
	inquiryId: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { reason } = parse(Reasoned, input);
	await database.transaction(async (transaction) => {
		await lockInquiry(transaction, actor, inquiryId, ['sent']);
		const [newest] = await readVersions(transaction, inquiryId);
		if (!newest || newest.issuedAt) throw new ConflictError('No correction is being written.');
		if (newest.questions.length === 0)
			throw new InvalidError([
				{ field: 'questions', rule: 'noQuestions', message: 'there is no question' },
			]);
		const { version } = newest;
		await transaction
			.update(inquiryVersion)
			.set({ issuedAt: now })
			.where(and(eq(inquiryVersion.inquiryId, inquiryId), eq(inquiryVersion.version, version)));
		await recordChange(transaction, actor, {
			...{ inquiryId, change: 'corrected', reason, version, at: now },
		});
		await writeAudit(transaction, {
			...{
				actor,
				action: 'inquiry.correct',
				subject: `inquiry:${inquiryId}`,
				details: { version },
			},
		});
	});
}

/** Forgets a correction that is being written. @throws NotFoundError, ForbiddenError, ConflictError */
export async function dropCorrection(
	database: Database,
	actor: Actor,
	inquiryId: number,
): Promise<void> {
	await database.transaction(async (transaction) => {
		await lockInquiry(transaction, actor, inquiryId, ['sent']);
		const dropped = await transaction
			.delete(inquiryVersion)
			.where(and(eq(inquiryVersion.inquiryId, inquiryId), isNull(inquiryVersion.issuedAt)))
			.returning({ version: inquiryVersion.version });
		if (dropped.length === 0) throw new ConflictError('No correction is being written.');
		await writeAudit(transaction, {
			...{ actor, action: 'inquiry.dropCorrection', subject: `inquiry:${inquiryId}`, details: {} },
		});
	});
}
