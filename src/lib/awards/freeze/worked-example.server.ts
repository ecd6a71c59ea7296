import { countsOn } from '../../contracts/award-index';
import { readCriteria } from '../../ranking/criteria/read-values.server';
import { workOut, type WorkedExample } from '../../ranking/check/worked-example.server';
import { readContent } from '../../ranking/check/check-freeze.server';
import type { Database } from '../../server/db/client';
import { readSamples } from '../back-checks/verified-shares.server';
import { listPublishedCriteria } from '../criteria/read.server';
import type { ListedSeason } from '../season/read.server';
import { readFreeze } from './read.server';

const minute = 60_000;
const kept = new Map<number, { until: number; example: Promise<WorkedExample | null> }>();

/**
 * A score computed step by step from a season's live figures, of a unit that is not named; from the frozen
 * ones once there are such. Kept for ten minutes: anybody may ask.
 */
export function readWorkedExample(
	database: Database,
	season: ListedSeason,
	now: Date,
): Promise<WorkedExample | null> {
	const found = kept.get(season.id);
	if (found && found.until > now.getTime()) return found.example;
	const example = workExample(database, season, now);
	kept.set(season.id, { until: now.getTime() + 10 * minute, example });
	example.catch(() => kept.delete(season.id));
	return example;
}

async function workExample(
	database: Database,
	season: ListedSeason,
	now: Date,
): Promise<WorkedExample | null> {
	if (season.frozenAt !== null) {
		const content = readContent(await readFreeze(database, season.id));
		const [first] = content.categories;
		return first ? workOut(onLevel(first.input.method), first.input.units) : null;
	}
	const criteria = (await listPublishedCriteria(database, season.id)).find(
		({ state, kind }) => state === 'inForce' && kind === 'commune',
	);
	if (!criteria) return null;
	const units = await readCriteria(database, {
		...{ scopeId: season.unitId, kind: 'commune', now },
		samples: await readSamples(database, season.id),
		span: { from: season.countsFrom, until: season.countsUntil },
	});
	return workOut(onLevel({ criteria: criteria.criteria, completeness: 0 }), units);
}

const onLevel = <Method extends { criteria: { criterion: Parameters<typeof countsOn>[1] }[] }>(
	method: Method,
): Method => ({
	...method,
	criteria: method.criteria.filter(({ criterion }) => countsOn('level', criterion)),
});
