import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { FrozenResult } from '../../contracts/awards/freeze';
import type { Board, IndexResult } from '../../contracts/awards/composite-index';
import { levelOf, type RankedKind } from '../../ranking/criteria/candidates.server';
import { readContent } from '../../ranking/check/check-freeze.server';
import type { Ranked } from '../../ranking/shortlist/open.server';
import { readRankedUnits } from '../../ranking/units.server';
import type { Database } from '../../server/db/client';
import { awardFreezeUnit } from '../../server/db/schema';
import { readFreeze } from './read.server';
import { keyOf } from './units';

/**
 * A category as it was frozen, under the units' names: figures, criteria and places. What was approved
 * since moves nothing.
 * @throws NotFoundError before the season is frozen.
 */
export async function readFrozenRanking(
	database: Database,
	seasonId: number,
	category: { id: number; name: string; kind: RankedKind },
	board: Board,
): Promise<Ranked> {
	const published = await readFreeze(database, seasonId);
	const frozen = readContent(published).categories.find(({ name }) => name === category.name);
	const results = v.parse(FrozenResult, JSON.parse(published.result));
	const result = results.find(({ name }) => name === category.name)?.[board] ?? null;
	if (!frozen) throw new Error(`The category ${category.name} is missing in its freeze.`);
	const dealt = await database
		.select()
		.from(awardFreezeUnit)
		.where(eq(awardFreezeUnit.categoryId, category.id));
	const dealtOf = new Map(dealt.map((unit) => [unit.key, unit]));
	const ids = dealt.map(({ unitId }) => unitId);
	const units = await readRankedUnits(database, ids, levelOf(category.kind));
	const unitOf = new Map(units.map((unit) => [unit.unitId, unit]));
	const unitIdOf = (number: number): number => {
		const unit = dealtOf.get(keyOf(category.id, number));
		if (!unit) throw new Error(`Nobody was dealt the number ${number} of ${category.name}.`);
		return unit.unitId;
	};
	const { method, draws, units: numbered } = frozen.input;
	return {
		candidates: numbered.flatMap(({ unitId: number, ...figures }) => {
			const unit = unitOf.get(unitIdOf(number));
			const households = dealtOf.get(keyOf(category.id, number))?.households ?? null;
			return unit ? [{ ...unit, households, ...figures }] : [];
		}),
		...{ method, draws },
		result: result && named(result, unitIdOf),
	};
}

/** A result whose units stand under their own ids again. */
function named(result: IndexResult, unitIdOf: (number: number) => number): IndexResult {
	const ownId = <Row extends { unitId: number }>(row: Row) => ({
		...row,
		unitId: unitIdOf(row.unitId),
	});
	return { ...result, placed: result.placed.map(ownId), apart: result.apart.map(ownId) };
}
