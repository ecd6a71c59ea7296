import { and, desc, eq } from 'drizzle-orm';
import { writeAudit } from '../accounts/audit/audit.server';
import { wasInHandsOf } from '../accounts/access/credential-knowledge.server';
import { mayActOn } from '../accounts/access/may-act-on.server';
import { requireSight } from '../accounts/access/require-sight.server';
import type { Actor } from '../contracts/accounts';
import type { PracticeState } from '../contracts/practices';
import type { Database } from '../server/db/client';
import { practice, practiceEvent, practicePhoto, storedFile } from '../server/db/schema';
import { ConflictError, ForbiddenError, NotFoundError } from '../server/errors';
import { openSteps, type OpenSteps, type PracticeParty } from './steps';

export type StoredPractice = typeof practice.$inferSelect;

/** Who sees a practice that isn't public. */
export const practiceRoles = ['reporter', 'approver'] as const;

/** Nobody reviews what they wrote or put a photo to, or could have by a credential that they knew. */
export async function readParty(
	database: Database,
	actor: Actor,
	stored: Pick<StoredPractice, 'id' | 'unitId' | 'writtenBy'>,
	now: Date,
): Promise<PracticeParty> {
	return {
		writes: await mayActOn(database, actor, ['reporter'], stored.unitId),
		reviews:
			(await mayActOn(database, actor, ['approver'], stored.unitId)) &&
			!(await isAuthor(database, actor, stored, now)),
	};
}

async function isAuthor(
	database: Database,
	actor: Actor,
	{ id, writtenBy }: Pick<StoredPractice, 'id' | 'writtenBy'>,
	now: Date,
): Promise<boolean> {
	const [written] = await database
		.select({ at: practiceEvent.at })
		.from(practiceEvent)
		.where(and(eq(practiceEvent.practiceId, id), eq(practiceEvent.state, 'submitted')))
		.orderBy(desc(practiceEvent.id))
		.limit(1);
	const photographers = await database
		.select({ accountId: storedFile.uploadedBy, at: storedFile.uploadedAt })
		.from(practicePhoto)
		.innerJoin(storedFile, eq(storedFile.id, practicePhoto.fileId))
		.where(eq(practicePhoto.practiceId, id));
	for (const author of [{ accountId: writtenBy, at: written?.at ?? now }, ...photographers])
		if (await wasInHandsOf(database, actor, now, author)) return true;
	return false;
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
	const stored = await lockPractice(transaction, actor, id);
	const party = await readParty(transaction, actor, stored, now);
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

/** @throws NotFoundError also where the actor sees none */
export async function lockPractice(
	transaction: Database,
	actor: Actor,
	id: number,
): Promise<StoredPractice> {
	const [stored] = await transaction
		.select()
		.from(practice)
		.where(eq(practice.id, id))
		.for('update');
	const missing = `There is no practice ${id}.`;
	if (!stored) throw new NotFoundError(missing);
	await requireSight(transaction, actor, {
		roles: practiceRoles,
		unitId: stored.unitId,
		missing,
	});
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
