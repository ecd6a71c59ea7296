import type { Unit } from '../../contracts/admin-units';
import type { Measure } from '../../contracts/coverage';
import type { CountingUnit, Direction, IndicatorGroup } from '../../contracts/indicators';
import type { OfficialTexts } from '../../contracts/papers';
import type { Locale } from '../../messages/types';
import type { Stated } from './figures';
import type { Sources } from './sources';
import type { Span } from './span';

/** One indicator as a report states it. */
export interface ReportLine {
	code: string;
	/** `Tờ rơi`; one that begins with `– ` is a part of the line above. */
	name: string;
	/** As a page names it. */
	names: Record<Locale, string>;
	countingUnit: CountingUnit;
	group: IndicatorGroup;
	direction: Direction;
	/** Code of the count that it is a part of. */
	partOf: string | null;
	/** Codes of what is divided by what; null for a count. */
	ratio: { numerator: string; denominator: string } | null;
	value: Stated | null;
	previous: Stated | null;
	target: YearTarget | null;
}

/** What a unit is to reach by the end of the year. */
export interface YearTarget {
	value: Stated;
	/** What was reached from January to the end of the span. */
	reached: Stated | null;
}

/** A good practice that was published within the span. */
export interface PublishedTitle {
	title: string;
	unitName: string;
}

/** What somebody else counts of the same thing: beside what is counted, never added to it. */
export interface ComparedFigure {
	name: string;
	/** As a page names it. */
	names: Record<Locale, string>;
	countingUnit: CountingUnit;
	counted: Stated | null;
	source: string;
	stated: Stated;
}

/** One unit below, with what it reported. */
export interface UnitLine {
	name: string;
	values: ReadonlyMap<string, Stated>;
	households: ReadonlyMap<Measure, { able: number; base: number }>;
}

/** Everything that goes into a periodic report, ready to be written. */
export interface PeriodicReport {
	unit: Unit;
	span: Span;
	previous: Span;
	basis: 'approved' | 'provisional';
	/** The period that households are as of; null while none was reported. */
	householdsAsOf: string | null;
	sources: Sources;
	/** Households on the unit's register, null = unknown: what the reported ones are a share of. */
	register: number | null;
	/** Counts, ratios and households, in the catalogue's order; only what is known now or was before. */
	lines: ReportLine[];
	below: UnitLine[];
	compared: ComparedFigure[];
	practices: PublishedTitle[];
	texts: OfficialTexts;
}
