import { and, desc, eq } from 'drizzle-orm';
import type { Unit } from '../contracts/admin-units';
import { compareNames } from '../contracts/text/name-order';
import type { Terrain } from '../contracts/terrain';
import type { Database } from '../server/db/client';
import {
	adminUnit,
	householdRegister,
	unitTerrain,
	unitWithoutSuccessor,
} from '../server/db/schema';
import { NotFoundError } from '../server/errors';
import { readCorrections, type PastCorrection } from './correct/read-corrections.server';
import { unitColumns, validOn } from './home.server';
import { readLineage } from './lineage/read-lineage.server';

export interface UnitDetails {
	unit: Unit;
	/** Farthest first, without the unit itself. */
	ancestors: Unit[];
	/** Those of the asked day, by name. */
	children: Unit[];
	lineage: Awaited<ReturnType<typeof readLineage>>;
	/** Newest first. */
	households: { year: number; households: number | null; source: string }[];
	/** Whether it is mountainous or an island, and by which decision. */
	terrain: { terrain: Terrain; source: string } | null;
	/** By which decision it ended without becoming anything; null where nothing like that is said. */
	endedBy: string | null;
	corrections: PastCorrection[];
}

/**
 * All that is on record about one unit, former ones too.
 * @param day local day `YYYY-MM-DD`: which children are listed.
 * @throws NotFoundError
 */
export async function readUnit(database: Database, id: number, day: string): Promise<UnitDetails> {
	const unit = await unitById(database, id);
	if (!unit) throw new NotFoundError(`There is no unit ${id}.`);
	const ancestors: Unit[] = [];
	for (let above = unit.parentId; above !== null;) {
		const parent = await unitById(database, above);
		if (parent) ancestors.unshift(parent);
		above = parent?.parentId ?? null;
	}
	const children = await database
		.select(unitColumns)
		.from(adminUnit)
		.where(and(eq(adminUnit.parentId, id), validOn(day)));
	return {
		unit,
		ancestors,
		children: children.sort((one, other) => compareNames(one.name, other.name)),
		lineage: await readLineage(database, id),
		households: await database
			.select({
				year: householdRegister.year,
				households: householdRegister.households,
				source: householdRegister.source,
			})
			.from(householdRegister)
			.where(eq(householdRegister.unitId, id))
			.orderBy(desc(householdRegister.year)),
		terrain: await readTerrain(database, id),
		endedBy: await readEnding(database, id),
		corrections: await readCorrections(database, id),
	};
}

async function readTerrain(database: Database, id: number): Promise<UnitDetails['terrain']> {
	const [named] = await database
		.select({ terrain: unitTerrain.terrain, source: unitTerrain.source })
		.from(unitTerrain)
		.where(eq(unitTerrain.unitId, id));
	return named ?? null;
}

async function readEnding(database: Database, id: number): Promise<string | null> {
	const [ending] = await database
		.select({ source: unitWithoutSuccessor.source })
		.from(unitWithoutSuccessor)
		.where(eq(unitWithoutSuccessor.unitId, id));
	return ending?.source ?? null;
}

async function unitById(database: Database, id: number): Promise<Unit | undefined> {
	const [unit] = await database.select(unitColumns).from(adminUnit).where(eq(adminUnit.id, id));
	return unit;
}
