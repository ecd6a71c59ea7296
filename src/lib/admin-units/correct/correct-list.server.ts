import { sql } from 'drizzle-orm';
import type { Unit } from '../../contracts/admin-units';
import { queryRows, type Database } from '../../server/db/client';
import type { ImportResult } from '../import/import-result';
import { ProblemList } from '../import/problems.server';
import { readUnitRows, type UnitOptions } from '../import/unit-rows.server';
import type { Progress } from '../outlines/layers.server';
import { correctUnits } from './correct-units.server';
import type { Correction } from './correction';

/**
 * Corrects the units of a list like the ones that are imported: names, kinds and, where one is given,
 * last days. A unit is the one that bears the code from that first day on.
 * @throws InvalidError with every problem of the file; nothing is changed then.
 */
export async function correctList(
	database: Database,
	path: string,
	{ reason, ...options }: UnitOptions & { reason: string },
	progress: Progress = () => {},
): Promise<ImportResult> {
	const problems = new ProblemList();
	const { rows, notes } = await readUnitRows(path, options, problems);
	const listed = rows.filter(({ implied }) => !implied);
	const stored = await queryRows<Pick<Unit, 'id' | 'code' | 'validFrom' | 'validTo'>>(
		database,
		sql`select id, code, valid_from::text as "validFrom", valid_to::text as "validTo" from admin_unit`,
	);
	const byKey = new Map(stored.map((unit) => [`${unit.code} ${unit.validFrom}`, unit]));
	const lines = new Map<number, number>();
	const corrections: Correction[] = [];
	for (const { line, code, validFrom, validTo, name, kind } of listed) {
		const place = `line ${line}`;
		const unit = byKey.get(`${code} ${validFrom}`);
		if (!unit) {
			problems.add(place, 'unknownCode', `no unit ${code} begins on ${validFrom}`);
			continue;
		}
		const earlier = lines.get(unit.id);
		if (earlier !== undefined)
			problems.add(place, 'duplicateCode', `code ${code} is on line ${earlier} already`);
		lines.set(unit.id, line);
		corrections.push({ unitId: unit.id, place, name, kind, validTo: validTo ?? unit.validTo });
	}
	problems.throwIfAny();
	const corrected = await correctUnits(database, corrections, { reason, actor: null }, progress);
	return {
		added: 0,
		changed: corrected.length,
		unchanged: corrections.length - corrected.length,
		notes,
	};
}
