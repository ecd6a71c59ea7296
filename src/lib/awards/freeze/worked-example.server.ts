import { countsOn, type IndexMethod } from '../../contracts/awards/composite-index';
import { readContent } from '../../ranking/check/check-freeze.server';
import { workOut, type WorkedExample } from '../../ranking/check/worked-example.server';
import type { RankedKind } from '../../ranking/criteria/candidates.server';
import { readCriteriaOf } from '../../ranking/criteria/read-values.server';
import type { Database } from '../../server/db/client';
import { readSamples } from '../back-checks/verified-shares.server';
import { listPublishedCriteria } from '../criteria/read.server';
import type { ListedSeason } from '../season/read.server';
import { readFreeze } from './read.server';
import { minuteLength } from '../../contracts/local-time';

/** A score worked out by hand in one of a season's categories. */
export interface CategoryExample extends Omit<WorkedExample, 'unitId'> {
	category: string;
	/** The unit's number in the published file; null before there is one. */
	number: number | null;
}

/** By season, before its freeze and after. */
const kept = new Map<string, { until: number; examples: Promise<CategoryExample[]> }>();

/**
 * A score in each category that is scored by formula, communes first, computed step by step from a season's
 * live figures, of a unit that is not named; from the frozen ones once there are such. Kept for ten minutes:
 * anybody may ask.
 */
export function readWorkedExamples(
	database: Database,
	season: ListedSeason,
	now: Date,
): Promise<CategoryExample[]> {
	const key = `${season.id} ${season.frozenAt ?? ''}`;
	const found = kept.get(key);
	if (found && found.until > now.getTime()) return found.examples;
	const examples = workExamples(database, season, now);
	kept.set(key, { until: now.getTime() + 10 * minuteLength, examples });
	examples.catch(() => kept.delete(key));
	return examples;
}

async function workExamples(
	database: Database,
	season: ListedSeason,
	now: Date,
): Promise<CategoryExample[]> {
	const isFrozen = season.frozenAt !== null;
	const categories = isFrozen
		? readContent(await readFreeze(database, season.id)).categories.map(
				({ name, kind, input }) => ({ name, kind, ...input }),
			)
		: await readLive(database, season, now);
	const communesFirst = categories.toSorted(
		(one, other) => Number(other.kind === 'commune') - Number(one.kind === 'commune'),
	);
	return communesFirst.flatMap(({ name, method, units }) => {
		const worked = workOut(onLevel(method), units);
		if (!worked) return [];
		const { unitId, ...example } = worked;
		return [{ ...example, category: name, number: isFrozen ? unitId : null }];
	});
}

/** The categories whose criteria are in force, with what counts for them by now. */
async function readLive(database: Database, season: ListedSeason, now: Date) {
	const inForce = (await listPublishedCriteria(database, season.id)).flatMap(
		({ state, kind, categoryName, criteria }) =>
			state === 'inForce' && kind !== 'individual' ? [{ kind, name: categoryName, criteria }] : [],
	);
	const kinds = inForce.map(({ kind }): RankedKind => kind);
	const unitsOf = await readCriteriaOf(database, kinds, {
		...{ scopeId: season.unitId, now },
		samples: await readSamples(database, season.id),
		span: { from: season.countsFrom, until: season.countsUntil },
	});
	const completeness = season.settings.completenessMinimum / 100;
	return inForce.map(({ kind, name, criteria }) => ({
		...{ kind, name, method: { criteria, completeness } },
		units: unitsOf.get(kind) ?? [],
	}));
}

const onLevel = (method: IndexMethod): IndexMethod => ({
	...method,
	criteria: method.criteria.filter(({ criterion }) => countsOn('level', criterion)),
});
