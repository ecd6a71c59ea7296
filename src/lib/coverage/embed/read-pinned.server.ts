import type { PlaceName } from '../../contracts/admin-units';
import {
	readMeasure,
	type Measure,
	type Reading,
	type UnitFigures,
} from '../../contracts/coverage';
import { lastDayOf } from '../../contracts/local-time';
import type { Database } from '../../server/db/client';
import { findVersion, readVersion, type Version } from '../record/read-version.server';
import { readRegistersUnder } from '../registers.server';

/** What was public under a change number, and is so for ever: figures, names, households on the register. */
export interface Pinned {
	version: Version;
	/** Of a unit; undefined where nothing was public of it. */
	figuresOf(unitId: number): UnitFigures | undefined;
	readingOf(unitId: number, measure: Measure): Reading;
	/** What a unit was called then; undefined where nothing was public of it. */
	nameOf(unitId: number): PlaceName | undefined;
}

/** @param asked as an address has it. @returns null for what is no version of the place. */
export async function readPinned(
	database: Database,
	scopeUnitId: number,
	asked: { period: string; number: number },
): Promise<Pinned | null> {
	const version = await findVersion(database, scopeUnitId, asked);
	if (!version) return null;
	const found = await readVersion(database, scopeUnitId, version);
	const units = new Map(found.map((unit) => [unit.id, unit]));
	const registers = await readRegistersUnder(database, [...units.keys()], {
		...{ day: lastDayOf(version.period), number: version.number },
	});
	const figuresOf = (unitId: number) => units.get(unitId)?.figures;
	return {
		...{ version, figuresOf },
		readingOf: (unitId, measure) =>
			readMeasure(figuresOf(unitId), measure, registers.get(unitId) ?? null),
		nameOf(unitId) {
			const unit = units.get(unitId);
			return unit && { kind: unit.kind, name: unit.name };
		},
	};
}
