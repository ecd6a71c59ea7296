import { and, eq } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import { mayActOn } from '../accounts/access/may-act-on.server';
import { validOn } from '../admin-units/home.server';
import type { Actor } from '../contracts/accounts';
import { localDay } from '../contracts/local-time';
import type { Database } from '../server/db/client';
import { adminUnit, practice } from '../server/db/schema';
import { ForbiddenError, InvalidError } from '../server/errors';
import { parse } from '../server/parse';
import { NewPractice, PracticeText } from './schemas';
import { keepEvent, stepPractice } from './step.server';

/**
 * Writes a practice down for a unit's team; it waits for review.
 * @returns its id.
 * @throws InvalidError, ForbiddenError
 */
export async function writePractice(
	database: Database,
	actor: Actor,
	input: unknown,
	now: Date,
): Promise<number> {
	const parsed = parse(NewPractice, input);
	return database.transaction(async (transaction) => {
		if (!(await mayActOn(transaction, actor, ['reporter'], parsed.unitId)))
			throw new ForbiddenError('This account writes nothing for that unit.');
		const [unit] = await transaction
			.select({ id: adminUnit.id })
			.from(adminUnit)
			.where(and(eq(adminUnit.id, parsed.unitId), validOn(localDay(now))));
		if (!unit)
			throw new InvalidError([
				{ field: 'unitId', rule: 'choose', message: 'should be a unit of today' },
			]);
		const [written] = await transaction
			.insert(practice)
			.values({ ...parsed, state: 'submitted', writtenBy: actor.accountId, changedAt: now })
			.returning({ id: practice.id });
		if (!written) throw new Error('An insert returns its row.');
		await keepEvent(transaction, actor, written.id, { state: 'submitted', comment: '', now });
		await writeAudit(transaction, {
			actor,
			action: 'practice.write',
			subject: `practice:${written.id}`,
			details: { unitId: parsed.unitId },
		});
		return written.id;
	});
}

/**
 * Rewrites a practice that is not public; it waits for review again, of somebody else than its new
 * writer.
 * @throws InvalidError, NotFoundError, ForbiddenError, ConflictError
 */
export async function rewritePractice(
	database: Database,
	actor: Actor,
	id: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const parsed = parse(PracticeText, input);
	await database.transaction((transaction) =>
		stepPractice(transaction, actor, id, {
			...{ step: 'rewrite', state: 'submitted', comment: '', now },
			change: { ...parsed, writtenBy: actor.accountId, publishedAt: null },
		}),
	);
}
