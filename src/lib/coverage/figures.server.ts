import { classOf, measures, type UnitFigures, type UnitStatus } from '../contracts/coverage';
import type { coverage } from '../server/db/schema';

type CoverageRow = typeof coverage.$inferSelect;

/** Below this many households even the class of a hidden count would narrow it down too far. */
const smallestBaseForClass = 50;

/** Everything, for screens behind a sign-in. */
export function toInternalFigures(row: CoverageRow): UnitFigures {
	return {
		unitId: row.unitId,
		basis: row.basis,
		able: row.able,
		base: row.base,
		receivedAt: row.receivedAt.toISOString(),
		approvedAt: row.approvedAt?.toISOString() ?? null,
	};
}

/** What the public may see of an approved row: hidden counts are null, with their class at most. */
export function toPublicFigures(row: CoverageRow): UnitFigures {
	const isHidden = (measure: number) => (row.hiddenMeasures & (1 << measure)) !== 0;
	const figures = toInternalFigures(row);
	if (row.hiddenMeasures === 0) return figures;
	return {
		...figures,
		able: row.able.map((able, measure) => (isHidden(measure) ? null : able)),
		hiddenClass: measures.map((_, measure) => {
			const base = row.base[measure] ?? 0;
			if (!isHidden(measure) || base < smallestBaseForClass) return null;
			return classOf((row.able[measure] ?? 0) / base);
		}),
	};
}

/** How far reporting has come, from the provisional row; nothing received when there is none. */
export function toStatus(unitId: number, row: CoverageRow | undefined): UnitStatus {
	return {
		unitId,
		reports: row?.reports ?? 0,
		reportsOnTime: row?.reportsOnTime ?? 0,
		ownReport: row?.ownReport ?? false,
		receivedAt: row?.receivedAt.toISOString() ?? null,
	};
}
