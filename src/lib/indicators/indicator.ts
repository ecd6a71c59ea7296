import type { OrganisationKind } from '../contracts/admin-units';
import type {
	Counting,
	CountingUnit,
	Direction,
	IndicatorGroup,
	TimeRule,
	UnitRule,
} from '../contracts/indicators';
import type { PlaceLevel } from '../contracts/reports';

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
	counting: Counting;
	/** Kinds of organisations whose form asks for it. */
	organisations: readonly OrganisationKind[];
	/** The lowest level whose form asks for it, and a commune's does too; null: asked of organisations alone. */
	askedFrom: PlaceLevel | null;
	definition: Text;
	/** Source document and clause, `004 §2.3`; several are separated by `; `. */
	source: string;
}

type Wording = {
	code: string;
	vi: [name: string, definition: string];
	en: [name: string, definition: string];
	source: string;
	/** Where it isn't what the way of counting says by itself. */
	counting?: Counting;
	/** Kinds of organisations that are asked for it. */
	organisations?: readonly OrganisationKind[];
	/** Asked of them alone. */
	organisationsOnly?: true;
	/** A commune, for what a village can't know or has nothing of. */
	askedFrom?: PlaceLevel;
};

function described(
	{
		code,
		vi,
		en,
		source,
		counting,
		organisations = [],
		organisationsOnly,
		askedFrom = 'village',
	}: Wording,
	countedByNature: Counting,
): Pick<
	Indicator,
	'code' | 'counting' | 'organisations' | 'askedFrom' | 'name' | 'definition' | 'source'
> {
	return {
		code,
		counting:
			counting ??
			(organisationsOnly && countedByNature === 'places' ? 'organisations' : countedByNature),
		organisations,
		askedFrom: organisationsOnly === true ? null : askedFrom,
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
			...described(wording, 'each'),
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
			...described(wording, 'places'),
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
			...described(wording, 'places'),
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
			...described(wording, 'places'),
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
