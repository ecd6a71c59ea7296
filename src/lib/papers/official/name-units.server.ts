import { unitColumns } from '../../admin-units/home.server';
import type { Unit } from '../../contracts/admin-units';
import { compareNames } from '../../contracts/text/name-order';
import { everyIndicator } from '../../indicators/reportable.server';
import { among } from '../../server/db/among';
import type { Database } from '../../server/db/client';
import { adminUnit } from '../../server/db/schema';
import { kindText } from '../reports/wording';
import type { ComparedFigure, UnitLine } from './periodic-report';
import type { SpanFigures } from './read-figures.server';
import { fullName, ownPart, placesOf } from './wording';

/** The unit's own part first, then the places below it, then its organisations, each by name. */
export async function nameUnits(
	database: Database,
	unit: Unit,
	{ below, own }: SpanFigures,
): Promise<UnitLine[]> {
	const units = await readUnits(database, [...below.keys()]);
	const named = [...units.values()]
		.map((one) => ({
			isOrganisation: one.level === 'organisation',
			name: fullName(kindText[one.kind], one.name),
			...(below.get(one.id) ?? { values: new Map(), households: new Map() }),
		}))
		.sort(
			(one, other) =>
				Number(one.isOrganisation) - Number(other.isOrganisation) ||
				compareNames(one.name, other.name),
		)
		.map(({ isOrganisation: _, ...line }) => line);
	if (own.values.size === 0) return named;
	return [{ name: ownPart(fullName(kindText[unit.kind], unit.name)), ...own }, ...named];
}

/** What stands beside the totals, by the catalogue's order. */
export async function nameCompared(
	database: Database,
	{ beside, total }: SpanFigures,
): Promise<ComparedFigure[]> {
	const units = await readUnits(
		database,
		[...beside.values()].flat().map(({ unitId }) => unitId),
	);
	return everyIndicator.flatMap(({ code, name, countingUnit }) =>
		(beside.get(code) ?? []).flatMap(({ unitId, isOfPlaces, stated }): ComparedFigure[] => {
			const unit = units.get(unitId);
			if (!unit) return [];
			const full = fullName(kindText[unit.kind], unit.name);
			return [
				{
					name: name.vi,
					names: name,
					countingUnit,
					counted: total.values.get(code) ?? null,
					source: isOfPlaces ? placesOf(full) : full,
					stated,
				},
			];
		}),
	);
}

async function readUnits(database: Database, ids: readonly number[]): Promise<Map<number, Unit>> {
	if (ids.length === 0) return new Map();
	const units = await database
		.select(unitColumns)
		.from(adminUnit)
		.where(among(adminUnit.id, [...new Set(ids)]));
	return new Map(units.map((unit) => [unit.id, unit]));
}
