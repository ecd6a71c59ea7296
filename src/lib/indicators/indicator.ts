import type {
	CountingUnit,
	Direction,
	IndicatorGroup,
	TimeRule,
	UnitRule,
} from '../contracts/indicators';

type Text = { vi: string; en: string };

/** One row of the catalogue. A ratio is never reported or stored: it follows from two counts. */
export interface Indicator {
	code: string;
	name: Text;
	countingUnit: CountingUnit;
	group: IndicatorGroup;
	direction: Direction;
	timeRule: TimeRule;
	unitRule: UnitRule;
	/** Codes of what is divided by what; null for a count. */
	ratio: { numerator: string; denominator: string } | null;
	/** Grows from month to month by nature: a fall needs a written reason. */
	cumulative: boolean;
	definition: Text;
	/** Source document and clause, `004 §2.3`; several are separated by `; `. */
	source: string;
}

type Wording = {
	code: string;
	vi: [name: string, definition: string];
	en: [name: string, definition: string];
	source: string;
};

function described({ code, vi, en, source }: Wording) {
	return {
		code,
		name: { vi: vi[0], en: en[0] },
		definition: { vi: vi[1], en: en[1] },
		source,
	};
}

/** The ways in which indicators of one group behave, so that each row only says what is its own. */
export function indicatorsOf(group: IndicatorGroup) {
	return {
		/** What happened during the month; months add up. */
		flow: (countingUnit: CountingUnit, wording: Wording): Indicator => ({
			...described(wording),
			group,
			countingUnit,
			direction: 'higherIsBetter',
			timeRule: 'sumOfMonths',
			unitRule: 'sum',
			ratio: null,
			cumulative: false,
		}),
		/** What has been reached since the beginning; the newest month counts. */
		reached: (countingUnit: CountingUnit, wording: Wording): Indicator => ({
			...described(wording),
			group,
			countingUnit,
			direction: 'higherIsBetter',
			timeRule: 'latestValue',
			unitRule: 'sum',
			ratio: null,
			cumulative: true,
		}),
		/** How things stand at the month's end; may rise and fall. */
		standing: (
			countingUnit: CountingUnit,
			wording: Wording,
			direction: Direction = 'higherIsBetter',
		): Indicator => ({
			...described(wording),
			group,
			countingUnit,
			direction,
			timeRule: 'latestValue',
			unitRule: 'sum',
			ratio: null,
			cumulative: false,
		}),
		ratio: (
			numerator: string,
			denominator: string,
			wording: Wording,
			countingUnit: CountingUnit = 'share',
		): Indicator => ({
			...described(wording),
			group,
			countingUnit,
			direction: 'higherIsBetter',
			timeRule: 'ratioOfSums',
			unitRule: 'ratioOfSums',
			ratio: { numerator, denominator },
			cumulative: false,
		}),
	};
}
