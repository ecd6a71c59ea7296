import type { Unit } from '../../contracts/admin-units';
import type { UnitFigures, UnitStatus } from '../../contracts/coverage';
import type { Period, Timeliness } from '../../contracts/reports';

/** A unit of a period with what the public may see of it. */
export interface PublicUnit {
	unit: Unit;
	/** Approved and free of small counts; null while nothing is approved. */
	figures: UnitFigures | null;
	/** Households on the register; null = unknown. */
	register: number | null;
	/** How far reporting has come, approved or not. */
	status: UnitStatus;
}

export interface PublicCommune extends PublicUnit {
	/** Figures of the month before. */
	previous: UnitFigures | null;
	/** Who says how many households there are; null where the number is a sum or unknown. */
	registerSource: { year: number; source: string } | null;
	province: PublicUnit | null;
	/** Until 30/6/2025; null since. */
	district: Unit | null;
	villages: (PublicUnit & { timeliness: Timeliness })[];
	timeliness: Timeliness;
}

/** What is public of a unit in one month. */
export interface PublicMonth {
	period: Period;
	commune: PublicCommune;
}

export interface TrendMonth {
	periodCode: string;
	figures: UnitFigures | null;
}

/** A unit before or after a merger; `path` is its page. */
export interface Relative {
	unit: Unit;
	extent: 'full' | 'partial';
	path: string;
}

/** Everything that the page of a commune shows. */
export interface CommuneView {
	unit: Unit;
	/** The bearer of the code today; false for a former unit. */
	current: boolean;
	/** Its page without a month. */
	path: string;
	/** Null before the first period of the unit. */
	period: Period | null;
	olderMonth: string | null;
	newerMonth: string | null;
	commune: PublicCommune | null;
	/** The newest month before with figures, where this one has none yet. */
	lastKnown: PublicMonth | null;
	/** What share (0–1) of its households should have somebody able in all five by the year's end; null without. */
	target: number | null;
	trend: TrendMonth[];
	provinceTrend: TrendMonth[];
	successors: Relative[];
	predecessors: Relative[];
}
