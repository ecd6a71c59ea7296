import type { Unit } from '../../../contracts/admin-units';
import type { MapMeasure } from '../../../contracts/coverage';
import { rowsOf, type LiveCommunes } from '../live-communes';
import type { UnitRow } from '../rows';
import { queryOf, type Selection } from '../selection';
import type { Against } from './against';

/** What other months and measures a map can show beside its own. */
export interface Modes {
	/** Where the months before are. */
	series: string;
	/** Their codes, newest first. */
	months: readonly string[];
	measure: MapMeasure;
	against: Against | null;
	/** By the other measure that the map is compared with; none where that is a month. */
	otherRows: readonly UnitRow[];
	/** What the map itself is called beside the other. */
	own: { measure: MapMeasure } | { month: string };
	againstHref: (against: Against | null) => string;
	/** Where everything of a month is. */
	monthHref: (code: string) => string;
}

/** Where the published months until the one that is shown are, for one measure. */
export const seriesAddress = (unit: string, until: string, measure: MapMeasure): string =>
	`/api/v1/series?${new URLSearchParams({ unit, until, measure })}`;

/** What was published of earlier months stands beside what a map shows where that is the same. */
export const isComparable = ({ colouring, classing, basis, shape }: Selection): boolean =>
	colouring === 'level' && classing === 'fixed' && basis === 'approved' && shape === 'areas';

/** A series holds so many months, the map's own among them. */
const longest = 24;

/** Those that can be shown beside a month, newest first. */
export const monthsBefore = (code: string, months: readonly { code: string }[]): string[] =>
	months
		.map((month) => month.code)
		.filter((month) => month < code)
		.slice(0, longest - 1);

export function modesOf(
	live: LiveCommunes & { readonly scope: Pick<Unit, 'code'> },
	selection: Selection,
	months: readonly { code: string }[],
	minute: number,
): Modes {
	const { measure, basis, against } = selection;
	const { code } = live.period;
	const byMeasure = against && 'measure' in against;
	return {
		series: seriesAddress(live.scope.code, code, measure),
		months: monthsBefore(code, months),
		...{ measure, against },
		otherRows: byMeasure ? rowsOf(live, { ...against, basis }, minute) : [],
		own: byMeasure ? { measure } : { month: code },
		againstHref: (given) => queryOf({ ...selection, against: given }),
		monthHref: (month) => queryOf({ ...selection, month, against: null }),
	};
}
