import type { PlaceName, UnitKind } from '../contracts/admin-units';
import { compareNames } from '../contracts/text/name-order';
import type { Timeliness } from '../contracts/reports';

/** One unit right below, or deeper, as a brief counts it. */
export interface BriefUnit {
	unitId: number;
	kind: UnitKind;
	name: string;
	/** Where a commune lies, if another one bears its name. */
	within?: PlaceName | undefined;
	commune: { kind: UnitKind; name: string } | null;
	/** Share 0–1 this month; null where there is none that can be compared. */
	share: number | null;
	/** Difference of shares; null where the unit has no figure in both months. */
	growth: number | null;
	timeliness: Timeliness;
}

export interface Movers {
	risers: BriefUnit[];
	fallers: BriefUnit[];
}

/** Who moved most either way: only units with a figure in both months, and nobody who stood still. */
export function moversOf(units: readonly BriefUnit[], most: number): Movers {
	const moved = units.flatMap((unit) => (unit.growth === null ? [] : [{ unit, by: unit.growth }]));
	const first = (sign: 1 | -1) =>
		moved
			.filter(({ by }) => by * sign > 0)
			.sort((a, b) => sign * (b.by - a.by) || compareNames(a.unit.name, b.unit.name))
			.slice(0, most)
			.map(({ unit }) => unit);
	return { risers: first(1), fallers: first(-1) };
}

export interface Overdue {
	required: number;
	onTime: number;
	late: BriefUnit[];
	missing: BriefUnit[];
	/** Still have time. */
	pending: number;
}

/** How the reports of a month stand, leaving out units that need not report. */
export function overdueOf(units: readonly BriefUnit[]): Overdue {
	const of = (timeliness: Timeliness) => units.filter((unit) => unit.timeliness === timeliness);
	return {
		required: units.length - of('notRequired').length,
		onTime: of('onTime').length,
		late: of('late'),
		missing: of('missing'),
		pending: of('pending').length,
	};
}
