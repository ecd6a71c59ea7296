import { readReachable } from '../../admin-units/access/reachable.server';
import { wholeNumber } from '../../contracts/text/address';
import type { Actor } from '../../contracts/accounts';
import type { Unit } from '../../contracts/admin-units';
import { localDay } from '../../contracts/local-time';
import type { Database } from '../../server/db/client';
import { ForbiddenError } from '../../server/errors';
import { readSeasonBase } from '../council/read-facts.server';
import { readCategories, type SeasonCategory } from '../season/read.server';
import { listCandidates, type Candidate } from './candidate.server';
import { noteNames } from './note-view.server';

export interface NominationFormView {
	season: { id: number; name: string };
	categories: SeasonCategory[];
	category: SeasonCategory | null;
	unit: Unit;
	units: Unit[];
	/** Whether a unit was asked for: else it is the first in reach. */
	isAsked: boolean;
	candidates: Candidate[];
}

/**
 * What somebody who puts forward has to choose from: categories, units in reach, who is there.
 * @throws NotFoundError; ForbiddenError for who puts nobody forward, or nobody any more.
 */
export async function readNominationForm(
	database: Database,
	actor: Actor,
	seasonId: number,
	asked: { category: string | null; unit: string | null },
	now: Date,
): Promise<NominationFormView> {
	const { season, rights } = await readSeasonBase(database, actor, seasonId);
	if (!rights.putsForward)
		throw new ForbiddenError('This account puts nobody forward in that season.');
	const day = localDay(now);
	const categories = await readCategories(database, seasonId);
	const chosen = categories.find(({ id }) => id === wholeNumber(asked.category ?? undefined));
	const category = chosen ?? categories[0] ?? null;
	const { unit, choices } = await readReachable(database, actor, asked.unit, day);
	const candidates = category
		? await listCandidates(database, {
				...{ kind: category.kind, unitId: unit.id, seasonUnitId: season.unitId, day },
			})
		: [];
	if (candidates.some(({ memberId }) => memberId !== null))
		await noteNames(database, actor, `unit:${unit.id}`, 'form');
	return {
		season: { id: season.id, name: season.name },
		...{ categories, category, unit, units: choices, candidates },
		isAsked: asked.unit !== null,
	};
}
