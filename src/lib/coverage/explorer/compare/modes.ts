import type { Unit } from '../../../contracts/admin-units';
import type { MapMeasure } from '../../../contracts/coverage';
import { rowsOf, type LiveCommunes } from '../live-communes';
import type { UnitRow } from '../rows';
import { queryOf, type Selection } from '../selection';
import type { Against } from './against';

/** What of other months and measures a map can show. */
export interface Modes {
	/** Where the months before are, to be played. */
	series: string;
	/** What the colours of all of them stand for. */
	shown: ShownAs;
	/** Where everything of a month is. */
	monthHref: (code: string) => string;
	/** Null where no other map can be held against this one. */
	comparison: Comparison | null;
}

export type ShownAs = Pick<Selection, 'measure' | 'colouring' | 'classing'>;

/** What a map can show beside its own. */
export interface Comparison {
	/** Codes of months, newest first. */
	months: readonly string[];
	measure: MapMeasure;
	against: Against | null;
	/** By the other measure that the map is compared with; none where that is a month. */
	otherRows: readonly UnitRow[];
	/** What the map itself is called beside the other. */
	own: { measure: MapMeasure } | { month: string };
	againstHref: (against: Against | null) => string;
}

/** Where the published months until the one that is shown are. */
export function seriesAddress(
	unit: string,
	until: string,
	{ measure, colouring, classing }: ShownAs,
): string {
	const query = new URLSearchParams({ unit, until, measure });
	if (colouring !== 'level') query.set('colouring', colouring);
	if (classing !== 'fixed') query.set('classing', classing);
	return `/api/v1/series?${query}`;
}

/** What was published of earlier months is played where it is published, on areas: circles have one drawing. */
export const isPlayable = ({ basis, shape }: Pick<Selection, 'basis' | 'shape'>): boolean =>
	basis === 'approved' && shape === 'areas';

/** Two maps share one legend: it has to mean the same on both. */
export const isComparable = (selection: Selection): boolean =>
	isPlayable(selection) && selection.colouring === 'level' && selection.classing === 'fixed';

/** A series holds so many months, the map's own among them. */
const longest = 24;

/** Those that can be shown beside a month, newest first. */
export const monthsBefore = (code: string, months: readonly { code: string }[]): string[] =>
	months
		.map((month) => month.code)
		.filter((month) => month < code)
		.slice(0, longest - 1);

/** Null where a map can show nothing but itself. */
export function modesOf(
	live: LiveCommunes & { readonly scope: Pick<Unit, 'code'> },
	selection: Selection,
	months: readonly { code: string }[],
	minute: number,
): Modes | null {
	if (!isPlayable(selection)) return null;
	const { measure, colouring, classing } = selection;
	const shown = { measure, colouring, classing };
	return {
		...{ series: seriesAddress(live.scope.code, live.period.code, shown), shown },
		monthHref: (month) => queryOf({ ...selection, month, against: null }),
		comparison: isComparable(selection) ? comparisonOf(live, selection, months, minute) : null,
	};
}

function comparisonOf(
	live: LiveCommunes,
	selection: Selection,
	months: readonly { code: string }[],
	minute: number,
): Comparison {
	const { measure, basis, against } = selection;
	const { code } = live.period;
	const byMeasure = against && 'measure' in against;
	return {
		months: monthsBefore(code, months),
		...{ measure, against },
		otherRows: byMeasure ? rowsOf(live, { ...against, basis }, minute) : [],
		own: byMeasure ? { measure } : { month: code },
		againstHref: (given) => queryOf({ ...selection, against: given }),
	};
}
