import { and, eq } from 'drizzle-orm';
import { wasInHandsOf } from '../../accounts/access/credential-knowledge.server';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import { localDay } from '../../contracts/local-time';
import type { Database } from '../../server/db/client';
import { inspection, inspectionFinding } from '../../server/db/schema';
import { ConflictError, ForbiddenError, NotFoundError } from '../../server/errors';
import { parse } from '../../server/parse';
import { keepsPlansOf } from '../keeper.server';
import { requireWithin } from '../require-within.server';
import { requireInspection } from './read.server';
import { Answer, Returned } from './schemas';

/**
 * The unit that was looked at says that it has mended what was found, and how.
 * @throws InvalidError for a day to come or before the look; NotFoundError, ForbiddenError; ConflictError when it was
 * answered before.
 */
export async function answerFinding(
	database: Database,
	actor: Actor,
	id: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { findingId, mendedOn, answer } = parse(Answer, input);
	await database.transaction(async (transaction) => {
		const { inspectedUnitId, heldOn } = await requireInspection(transaction, actor, id);
		if (!(await keepsPlansOf(transaction, actor, inspectedUnitId)))
			throw new ForbiddenError('The account does not speak for the unit that was looked at.');
		requireWithin('mendedOn', mendedOn, { from: heldOn, until: localDay(now) });
		const finding = await lockFinding(transaction, id, findingId);
		if (finding.mendedOn !== null) throw new ConflictError('The finding was answered.');
		await transaction
			.update(inspectionFinding)
			.set({ mendedOn, answer, answeredBy: actor.accountId, answeredAt: now, returnReason: '' })
			.where(eq(inspectionFinding.id, findingId));
		await writeAudit(transaction, {
			...{ actor, action: 'inspection.answer', subject: `inspection:${id}` },
			details: { findingId },
		});
	});
}

/**
 * Those who looked don't take an answer: the finding is open again, and says why.
 * @throws InvalidError, NotFoundError; ForbiddenError, also for whoever may have answered it; ConflictError when
 * there is no answer.
 */
export async function returnFinding(
	database: Database,
	actor: Actor,
	id: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { findingId, reason } = parse(Returned, input);
	await database.transaction(async (transaction) => {
		const { unitId } = await requireInspection(transaction, actor, id);
		if (!(await keepsPlansOf(transaction, actor, unitId)))
			throw new ForbiddenError('The account does not speak for those who looked.');
		const { answeredBy, answeredAt } = await lockFinding(transaction, id, findingId);
		if (answeredBy === null || answeredAt === null) throw new ConflictError('There is no answer.');
		const answered = { accountId: answeredBy, at: answeredAt };
		if (await wasInHandsOf(transaction, actor, now, answered))
			throw new ForbiddenError('Nobody gives back what may have come through their own hands.');
		await transaction
			.update(inspectionFinding)
			.set({ mendedOn: null, answeredBy: null, answeredAt: null, returnReason: reason })
			.where(eq(inspectionFinding.id, findingId));
		await writeAudit(transaction, {
			...{ actor, action: 'inspection.return', subject: `inspection:${id}` },
			details: { findingId },
		});
	});
}

async function lockFinding(database: Database, inspectionId: number, findingId: number) {
	const [found] = await database
		.select({
			mendedOn: inspectionFinding.mendedOn,
			answeredBy: inspectionFinding.answeredBy,
			answeredAt: inspectionFinding.answeredAt,
		})
		.from(inspectionFinding)
		.innerJoin(inspection, eq(inspection.id, inspectionFinding.inspectionId))
		.where(and(eq(inspectionFinding.id, findingId), eq(inspection.id, inspectionId)))
		.for('update', { of: inspectionFinding });
	if (!found) throw new NotFoundError(`There is no finding ${findingId}.`);
	return found;
}
