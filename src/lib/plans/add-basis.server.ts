import { and, eq } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import type { Actor } from '../contracts/accounts';
import type { Database } from '../server/db/client';
import { planBasis } from '../server/db/schema';
import { InvalidError, NotFoundError } from '../server/errors';
import { parse } from '../server/parse';
import { readBasisChoices } from './directives/list.server';
import { registerDirective } from './directives/register.server';
import { recordChange, requirePlanKeeper } from './keeper.server';
import { ChosenBasis } from './schemas';

/**
 * Rests a plan on a paper of the register, chosen by its id.
 * @throws InvalidError for one of another register; NotFoundError, ForbiddenError
 */
export async function addBasis(
	database: Database,
	actor: Actor,
	planId: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { directiveId } = parse(ChosenBasis, input);
	await database.transaction(async (transaction) => {
		const { unitId } = await requirePlanKeeper(transaction, actor, planId);
		const choices = await readBasisChoices(transaction, unitId);
		const chosen = choices.find(({ id }) => id === directiveId);
		if (!chosen)
			throw new InvalidError([
				{ field: 'directiveId', rule: 'choose', message: 'should stand in a register above' },
			]);
		const added = await transaction
			.insert(planBasis)
			.values({ planId, directiveId })
			.onConflictDoNothing()
			.returning({ planId: planBasis.planId });
		if (added.length === 0) return;
		const reason = chosen.number;
		await recordChange(transaction, actor, { planId, change: 'basisAdded', reason, at: now });
		await writeAudit(transaction, {
			...{ actor, action: 'plan.addBasis', subject: `plan:${planId}` },
			details: { number: chosen.number },
		});
	});
}

/**
 * Registers a paper with the plan's unit, and rests the plan on it.
 * @throws InvalidError, NotFoundError, ForbiddenError
 */
export async function addNewBasis(
	database: Database,
	actor: Actor,
	planId: number,
	input: Record<string, unknown>,
	{ file, now }: { file: File | null; now: Date },
): Promise<void> {
	await database.transaction(async (transaction) => {
		const { unitId } = await requirePlanKeeper(transaction, actor, planId);
		const paper = { ...input, unitId };
		const directiveId = await registerDirective(transaction, actor, paper, { file, now });
		await addBasis(transaction, actor, planId, { directiveId }, now);
	});
}

/**
 * A plan no longer rests on a paper; the paper stays in its register.
 * @throws InvalidError, ForbiddenError; NotFoundError also when it doesn't rest on it.
 */
export async function removeBasis(
	database: Database,
	actor: Actor,
	planId: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { directiveId } = parse(ChosenBasis, input);
	await database.transaction(async (transaction) => {
		const { unitId } = await requirePlanKeeper(transaction, actor, planId);
		const removed = await transaction
			.delete(planBasis)
			.where(and(eq(planBasis.planId, planId), eq(planBasis.directiveId, directiveId)))
			.returning({ planId: planBasis.planId });
		if (removed.length === 0) throw new NotFoundError(`Plan ${planId} rests on no such paper.`);
		const choices = await readBasisChoices(transaction, unitId);
		const reason = choices.find(({ id }) => id === directiveId)?.number ?? '';
		await recordChange(transaction, actor, { planId, change: 'basisRemoved', reason, at: now });
		await writeAudit(transaction, {
			...{ actor, action: 'plan.removeBasis', subject: `plan:${planId}`, details: { directiveId } },
		});
	});
}
