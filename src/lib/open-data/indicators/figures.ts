import type { Unit } from '../../contracts/admin-units';
import type { MapMeasure, Measure, Reading } from '../../contracts/coverage';
import type { TrendEvent } from '../../contracts/trend-events';

/** What is public of one indicator for one place or month. */
export type Figure =
	| { kind: 'share'; share: number; able: number | null; base: number | null }
	| { kind: 'count'; count: number }
	| { kind: 'hidden' | 'insufficient' | 'none' };

export interface IndicatorFigures {
	/** The month of the table, `2026-10`. */
	period: string;
	place: Pick<Unit, 'kind' | 'name' | 'level'>;
	/** The first month with an approved value; null while there is none. */
	since: string | null;
	/** Oldest first. */
	trend: { month: string; figure: Figure }[];
	/** What explains that line, the newest first. */
	events: TrendEvent[];
	/** What is measured of households; null of everything else. */
	measure: Measure | null;
	/** What its map is coloured by; null of what has none. */
	mapMeasure: MapMeasure | null;
	rows: { unit: Unit; figure: Figure }[];
}

/** A household measure as its indicator says it: as a share, or as a number of households. */
export function householdFigure(reading: Reading, isShare: boolean): Figure {
	if (reading.kind !== 'share') return { kind: reading.kind };
	const { share, able, base } = reading;
	return isShare ? { kind: 'share', share, able, base } : { kind: 'count', count: able };
}

/** Heights 0–1 of a line over the months: shares as they are, counts by the greatest of them. */
export function heights(trend: readonly { figure: Figure }[]): (number | null)[] {
	const greatest = Math.max(
		1,
		...trend.map(({ figure }) => (figure.kind === 'count' ? figure.count : 0)),
	);
	return trend.map(({ figure }) => {
		if (figure.kind === 'share') return figure.share;
		return figure.kind === 'count' ? figure.count / greatest : null;
	});
}
