import type { ExaminedReport, FlagCase } from '../../contracts/awards/flags';
import { caseOf } from './examined';
import type { FlagLimits } from './limits';

/** The figures of a report as one text; null where there are too few, or they are too alike, to tell. */
function printOf(
	{ figures }: ExaminedReport,
	{ copiedFigures, copiedDifferent }: FlagLimits,
): string | null {
	const counts = Object.entries(figures).filter(([, count]) => count > 0);
	const different = new Set(counts.map(([, count]) => count));
	return counts.length >= copiedFigures && different.size >= copiedDifferent
		? counts
				.map(([code, count]) => `${code}=${count}`)
				.sort()
				.join()
		: null;
}

/** Reports with the very same figures, of several units or of one unit's months in a row; by unit. */
export function copies(
	byUnit: ReadonlyMap<number, readonly ExaminedReport[]>,
	limits: FlagLimits,
): Map<number, FlagCase[]> {
	const alike = new Map<string, ExaminedReport[]>();
	for (const report of [...byUnit.values()].flat()) {
		const print = printOf(report, limits);
		if (print === null) continue;
		const group = alike.get(print);
		if (group) group.push(report);
		else alike.set(print, [report]);
	}
	const found = new Map<number, FlagCase[]>();
	for (const group of alike.values()) {
		if (group.length < 2) continue;
		for (const unitId of new Set(group.map((report) => report.unitId))) {
			const own = group.filter((report) => report.unitId === unitId);
			const others = group.filter((report) => report.unitId !== unitId);
			const inRow = longestRow(byUnit.get(unitId) ?? [], new Set(own));
			if (others.length === 0 && inRow < limits.copiedMonths) continue;
			const units = new Set(others.map((report) => report.unitId)).size;
			const figures = Object.values(own[0]?.figures ?? {}).filter((count) => count > 0).length;
			const evidence = { months: own.length, units, figures };
			found.set(unitId, [...(found.get(unitId) ?? []), caseOf([...own, ...others], evidence)]);
		}
	}
	return found;
}

function longestRow(
	reports: readonly ExaminedReport[],
	wanted: ReadonlySet<ExaminedReport>,
): number {
	let [longest, row] = [0, 0];
	for (const report of reports) {
		row = wanted.has(report) ? row + 1 : 0;
		longest = Math.max(longest, row);
	}
	return longest;
}
