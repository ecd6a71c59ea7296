import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { councilPhases, type CouncilPhase } from '../../contracts/awards/council';
import type { Database } from '../../server/db/client';
import {
	awardCategory,
	awardCouncil,
	awardCouncilMember,
	awardNomination,
	awardVote,
} from '../../server/db/schema';
import { ConflictError, NotFoundError } from '../../server/errors';
import { parse } from '../../server/parse';
import { isFrozen } from '../freeze/read.server';
import { keepCouncilEvent, lockCouncil, tellSession } from './keep.server';
import { readNominees } from './read-facts.server';
import { NextPhase, Presence } from './schemas';

export const phaseAfter = (phase: CouncilPhase): CouncilPhase | null =>
	councilPhases[councilPhases.indexOf(phase) + 1] ?? null;

/**
 * Takes the council to its next phase, by the chair or the deputy; there is no way back. It scores nobody
 * before the figures are frozen.
 * @throws InvalidError, NotFoundError, ForbiddenError; ConflictError for any other phase, and while a vote is open.
 */
export async function movePhase(
	database: Database,
	actor: Actor,
	seasonId: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { phase } = parse(NextPhase, input);
	await database.transaction(async (transaction) => {
		const base = await lockCouncil(transaction, actor, seasonId, 'leads');
		if (phaseAfter(base.council.phase) !== phase)
			throw new ConflictError(`After ${base.council.phase} comes something else.`);
		if (phase === 'scoring' && !(await isFrozen(transaction, seasonId)))
			throw new ConflictError('The figures are not frozen yet.');
		const [open] = await transaction
			.select({ id: awardVote.id })
			.from(awardVote)
			.innerJoin(awardNomination, eq(awardNomination.id, awardVote.nominationId))
			.innerJoin(awardCategory, eq(awardCategory.id, awardNomination.categoryId))
			.where(and(eq(awardCategory.seasonId, seasonId), isNull(awardVote.closedAt)));
		if (open) throw new ConflictError('A vote is open.');
		await transaction
			.update(awardCouncil)
			.set({ phase, currentNominationId: null })
			.where(eq(awardCouncil.seasonId, seasonId));
		await keepCouncilEvent(transaction, actor, seasonId, { kind: 'phase', text: phase, now });
		await tellSession(transaction, base);
	});
}

/** Says that a member is in the room, or has left it. @throws InvalidError, NotFoundError, ForbiddenError, ConflictError */
export async function markPresence(
	database: Database,
	actor: Actor,
	seasonId: number,
	input: unknown,
	now: Date,
): Promise<void> {
	const { memberId, present } = parse(Presence, input);
	await database.transaction(async (transaction) => {
		const base = await lockCouncil(transaction, actor, seasonId, 'runs');
		const seat = base.facts.seats.find((one) => one.memberId === memberId);
		if (!seat) throw new NotFoundError(`The council has no member ${memberId}.`);
		if (seat.present === present) return;
		await transaction
			.update(awardCouncilMember)
			.set({ present })
			.where(eq(awardCouncilMember.id, memberId));
		const kind = present ? 'present' : 'absent';
		await keepCouncilEvent(transaction, actor, seasonId, { kind, memberId, now });
		await tellSession(transaction, base);
	});
}

/** Shows the room a nominee who is before the council, or none. @throws NotFoundError, ForbiddenError, ConflictError */
export async function showItem(
	database: Database,
	actor: Actor,
	seasonId: number,
	councilId: number | null,
	now: Date,
): Promise<void> {
	await database.transaction(async (transaction) => {
		const base = await lockCouncil(transaction, actor, seasonId, 'runs');
		const nominees = await readNominees(transaction, actor, base);
		const nominee = nominees.find((one) => one.councilId === councilId && one.state === 'listed');
		if (councilId !== null && !nominee)
			throw new NotFoundError(`There is no nominee ${councilId}.`);
		const nominationId = nominee?.id ?? null;
		await transaction
			.update(awardCouncil)
			.set({ currentNominationId: nominationId })
			.where(eq(awardCouncil.seasonId, seasonId));
		await keepCouncilEvent(transaction, actor, seasonId, {
			...{ kind: 'itemShown', now },
			...(nominationId === null ? {} : { nominationId }),
		});
		await tellSession(transaction, base);
	});
}
