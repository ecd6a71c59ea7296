import { eq } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit.server';
import { mayActOn } from '../accounts/may-act-on.server';
import type { Actor } from '../contracts/accounts';
import type { PracticeState } from '../contracts/practices';
import type { Database } from '../server/db/client';
import { practice, practiceEvent } from '../server/db/schema';
import { ConflictError, ForbiddenError, NotFoundError } from '../server/errors';
import { openSteps, type OpenSteps, type PracticeParty } from './steps';

export type StoredPractice = typeof practice.$inferSelect;

export async function readParty(
	database: Database,
	actor: Actor,
	{ unitId, writtenBy }: Pick<StoredPractice, 'unitId' | 'writtenBy'>,
): Promise<PracticeParty> {
	return {
		writes: await mayActOn(database, actor, ['reporter'], unitId),
		reviews:
			writtenBy !== actor.accountId && (await mayActOn(database, actor, ['approver'], unitId)),
	};
}

interface Step {
	step: keyof OpenSteps;
	/** What it becomes. */
	state: PracticeState;
	comment: string;
	now: Date;
	change?: Partial<StoredPractice>;
}

/**
 * Takes one step with a practice and keeps it in its history. Whoever comes second sees what the
 * first one did.
 * @throws NotFoundError; ForbiddenError for who may never; ConflictError when its state allows it no more.
 */
export async function stepPractice(
	transaction: Database,
	actor: Actor,
	id: number,
	{ step, state, comment, now, change }: Step,
): Promise<void> {
	const stored = await lockPractice(transaction, id);
	const party = await readParty(transaction, actor, stored);
	if (!party.writes && !party.reviews)
		throw new ForbiddenError('This account has nothing to do with that practice.');
	if (!openSteps(stored.state, party)[step])
		throw new ConflictError(`A practice that is ${stored.state} can't be changed so.`);
	await transaction
		.update(practice)
		.set({ ...change, state, changedAt: now })
		.where(eq(practice.id, id));
	await keepEvent(transaction, actor, id, { state, comment, now });
	await writeAudit(transaction, {
		actor,
		action: `practice.${step}`,
		subject: `practice:${id}`,
		details: { unitId: stored.unitId },
	});
}

export async function lockPractice(transaction: Database, id: number): Promise<StoredPractice> {
	const [stored] = await transaction
		.select()
		.from(practice)
		.where(eq(practice.id, id))
		.for('update');
	if (!stored) throw new NotFoundError(`There is no practice ${id}.`);
	return stored;
}

export async function keepEvent(
	transaction: Database,
	actor: Actor,
	practiceId: number,
	{ state, comment, now }: Pick<Step, 'state' | 'comment' | 'now'>,
): Promise<void> {
	await transaction.insert(practiceEvent).values({
		...{ practiceId, state, text: comment, at: now },
		byAccountId: actor.accountId,
	});
}
