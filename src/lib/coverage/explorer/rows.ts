import {
	readMeasure,
	unplacedReason,
	type Measure,
	type Reading,
	type UnitFigures,
	type UnitStatus,
} from '../../contracts/coverage';
import { mostHouseholdsOf, type SnapshotUnit } from '../../contracts/events';
import type { Period, Timeliness } from '../../contracts/reports';
import { timelinessOf } from '../../contracts/timeliness';
import { growth } from '../growth';

/** One commune as map, card and table show it, for one measure. */
export interface UnitRow {
	unit: SnapshotUnit;
	reading: Reading;
	timeliness: Timeliness;
	/** Difference of shares to the month before; null unless both months have a share. */
	growth: number | null;
	/** 1 = the highest share; equal shares have equal ranks; null where nothing can be compared. */
	rank: number | null;
	receivedAt: string | null;
	approvedAt: string | null;
}

export interface RowSources {
	units: readonly SnapshotUnit[];
	figures: ReadonlyMap<number, UnitFigures>;
	previous: ReadonlyMap<number, UnitFigures>;
	statuses: ReadonlyMap<number, UnitStatus>;
	period: Period;
	now: Date;
}

export function readRows(sources: RowSources, measure: Measure): UnitRow[] {
	const rows = sources.units.map((unit): UnitRow => {
		const figures = sources.figures.get(unit.id);
		const status = sources.statuses.get(unit.id);
		const reading = readMeasure(figures, measure, unit.register);
		return {
			unit,
			reading,
			timeliness: timelinessOf(unit, status, sources.period, sources.now),
			growth: growthOfUnit(unit, reading, figures, sources.previous.get(unit.id), measure),
			rank: null,
			receivedAt: status?.receivedAt ?? figures?.receivedAt ?? null,
			approvedAt: figures?.approvedAt ?? null,
		};
	});
	return withRanks(rows, sources.figures);
}

/** Null unless both months have a share. */
export function growthOfUnit(
	unit: SnapshotUnit,
	reading: Reading,
	figures: UnitFigures | undefined,
	previous: UnitFigures | undefined,
	measure: Measure,
): number | null {
	if (!figures || !previous || reading.kind !== 'share') return null;
	if (readMeasure(previous, measure, unit.register).kind !== 'share') return null;
	return growth([figures], [previous], measure);
}

/** The share of a row, where it has one. */
export const shareOf = ({ reading }: Pick<UnitRow, 'reading'>): number | null =>
	reading.kind === 'share' ? reading.share : null;

function withRanks(rows: UnitRow[], figures: RowSources['figures']): UnitRow[] {
	const placedShare = ({ unit, reading }: UnitRow) => {
		const isOwnReport = figures.get(unit.id)?.ownReport === true;
		return reading.kind === 'share' &&
			unplacedReason(reading, isOwnReport, mostHouseholdsOf(unit)) === null
			? reading.share
			: null;
	};
	const shares = rows
		.map(placedShare)
		.filter((share) => share !== null)
		.sort((one, other) => other - one);
	const rankOf = new Map<number, number>();
	for (const [index, share] of shares.entries())
		if (!rankOf.has(share)) rankOf.set(share, index + 1);
	return rows.map((row) => ({ ...row, rank: rankOf.get(placedShare(row) ?? NaN) ?? null }));
}

/** How many of those that gained most are named. */
export const moversShown = 5;

/** Those that gained most, the largest gain first. */
export function movers(rows: readonly UnitRow[], count: number): (UnitRow & { growth: number })[] {
	return rows
		.filter((row): row is UnitRow & { growth: number } => (row.growth ?? 0) > 0)
		.sort((one, other) => other.growth - one.growth)
		.slice(0, count);
}

/** How many communes stand where with their reports; those not required are left out. */
export function countTimeliness(rows: readonly UnitRow[]): Record<Timeliness, number> {
	const counts = { notRequired: 0, pending: 0, onTime: 0, late: 0, missing: 0 };
	for (const { timeliness } of rows) counts[timeliness] += 1;
	return counts;
}
