import type { Database } from '../../server/db/client';
import { bearersOn } from './bearers.server';
import { UnitMatcher } from './matching';
import type { ProblemList } from './problems.server';

/**
 * Finds the units that the lines of a file are about, each at most once, among the bearers of codes on a day
 * `YYYY-MM-DD`; what can't be found, or comes twice, is noted as a problem of its line.
 */
export async function listedUnits(database: Database, validOn: string, problems: ProblemList) {
	const matcher = new UnitMatcher(await bearersOn(database, validOn), validOn);
	const lines = new Map<number, number>();
	/** @returns the unit's id; null where there is no such unit. */
	return (line: number, { code, name }: { code: string; name: string }): number | null => {
		const place = `line ${line}`;
		const match = matcher.find({ code, name, kind: '', within: [] });
		if (!('unit' in match)) {
			problems.add(place, match.rule, match.message);
			return null;
		}
		const { id } = match.unit;
		const earlier = lines.get(id);
		if (earlier !== undefined)
			problems.add(place, 'duplicateCode', `code ${code} is on line ${earlier} already`);
		lines.set(id, line);
		return id;
	};
}
