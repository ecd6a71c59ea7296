import { and, eq, ne, sql } from 'drizzle-orm';
import { writeAudit } from '../../accounts/audit/audit.server';
import type { Actor } from '../../contracts/accounts';
import type { NominationOrigin } from '../../contracts/awards/nominations';
import { localDay } from '../../contracts/local-time';
import type { Database } from '../../server/db/client';
import { awardCategory, awardNomination } from '../../server/db/schema';
import { ConflictError, ForbiddenError, InvalidError } from '../../server/errors';
import { parse } from '../../server/parse';
import { readSeasonBase, type SeasonBase } from '../council/read-facts.server';
import { readUnitRights } from '../council/read-unit-rights.server';
import { listCandidates } from './candidate.server';
import { keepNominationEvent } from './keep.server';
import { NewNomination } from './schemas';

/** For whom an account puts somebody forward: as the unit, as a level above it, or as the committee. */
async function originFor(
	database: Database,
	actor: Actor,
	base: SeasonBase,
	unitId: number,
): Promise<{ origin: NominationOrigin; nominatedByUnitId: number } | null> {
	const rights = await readUnitRights(database, actor, base, [unitId]);
	const speaksFrom = rights.get(unitId)?.speaksFrom ?? null;
	if (speaksFrom !== null)
		return { origin: speaksFrom === unitId ? 'unit' : 'above', nominatedByUnitId: speaksFrom };
	return base.rights.committee
		? { origin: 'committee', nominatedByUnitId: base.season.unitId }
		: null;
}

/**
 * Puts a unit, a team or a person forward in a category: a draft that its nominators fill.
 * @returns its id.
 * @throws InvalidError for who can't be put forward; NotFoundError; ForbiddenError; ConflictError for who is already.
 */
export async function putForward(
	database: Database,
	actor: Actor,
	seasonId: number,
	input: unknown,
	now: Date,
): Promise<number> {
	const { categoryId, unitId, teamId, memberId, merits } = parse(NewNomination, input);
	return database.transaction(async (transaction) => {
		const base = await readSeasonBase(transaction, actor, seasonId);
		if (!base.rights.putsForward)
			throw new ForbiddenError('This account puts nobody forward in that season.');
		const [category] = await transaction
			.select()
			.from(awardCategory)
			.where(and(eq(awardCategory.id, categoryId), eq(awardCategory.seasonId, seasonId)))
			.for('update');
		if (!category) throw choose('categoryId');
		const origin = await originFor(transaction, actor, base, unitId);
		if (!origin) throw new ForbiddenError('This account puts nobody of that unit forward.');
		const candidates = await listCandidates(transaction, {
			...{ kind: category.kind, unitId, seasonUnitId: base.season.unitId, day: localDay(now) },
		});
		const candidate = candidates.find((one) => one.teamId === teamId && one.memberId === memberId);
		if (!candidate) throw choose('candidate');
		const [already] = await transaction
			.select({ id: awardNomination.id })
			.from(awardNomination)
			.where(
				and(
					eq(awardNomination.categoryId, categoryId),
					eq(awardNomination.unitId, unitId),
					sql`${awardNomination.teamId} is not distinct from ${teamId}`,
					sql`${awardNomination.memberId} is not distinct from ${memberId}`,
					ne(awardNomination.state, 'withdrawn'),
				),
			);
		if (already) throw new ConflictError('They are put forward in that category already.');
		const [made] = await transaction
			.insert(awardNomination)
			.values({
				...{ categoryId, unitId, teamId, memberId, merits, ...origin },
				...{ candidateName: candidate.name, state: 'draft' },
				...{ nominatedBy: actor.accountId, nominatedAt: now },
			})
			.returning({ id: awardNomination.id });
		if (!made) throw new Error('An insert returns its row.');
		await keepNominationEvent(transaction, actor, { id: made.id, state: 'draft', text: '', now });
		await writeAudit(transaction, {
			...{ actor, action: 'nomination.putForward', subject: `nomination:${made.id}` },
			details: { categoryId, unitId, origin: origin.origin },
		});
		return made.id;
	});
}

const choose = (field: string) =>
	new InvalidError([{ field, rule: 'choose', message: 'is none of those to choose from' }]);
