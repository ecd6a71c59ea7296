import type { OrganisationKind } from '../contracts/admin-units';
import type { Measure } from '../contracts/coverage';
import type { PlaceLevel } from '../contracts/reports';
import type { Counting, CountingUnit, IndicatorGroup, TimeRule } from '../contracts/indicators';
import { catalogue } from './catalogue';
import { isAboutThings } from './about-things';
import type { Indicator } from './indicator';
import { householdMeasureOf } from './targets/subjects';

/** One indicator as everybody may read about it, in one language. */
export interface DescribedIndicator {
	code: string;
	name: string;
	definition: string;
	group: IndicatorGroup;
	countingUnit: CountingUnit;
	timeRule: TimeRule;
	counting: Counting;
	cumulative: boolean;
	/** Names of what is divided by what; null for a count. */
	ratio: Record<'numerator' | 'denominator', { code: string; name: string }> | null;
	/** Document and clause. */
	source: string[];
	/** From which level places report it, null: not at all, and which organisations do. */
	askedFrom: PlaceLevel | null;
	organisations: readonly OrganisationKind[];
	/** Where its public figures come from; null: they would tell of people. */
	figures: { of: 'households'; measure: Measure } | { of: 'things' } | null;
}

export function describeIndicator(code: string, locale: 'vi' | 'en'): DescribedIndicator | null {
	const found = indicatorByCode(code);
	return found ? described(found, locale) : null;
}

export const indicatorByCode = (code: string): Indicator | undefined =>
	catalogue.find((indicator) => indicator.code === code);

export const indicatorCodes = (): string[] => catalogue.map(({ code }) => code);

function described(indicator: Indicator, locale: 'vi' | 'en'): DescribedIndicator {
	const { name, definition, ratio, source, ...same } = indicator;
	const named = (code: string) => ({
		code,
		name: catalogue.find((other) => other.code === code)?.name[locale] ?? code,
	});
	const { code, group, countingUnit, timeRule, counting, cumulative } = same;
	return {
		...{ code, group, countingUnit, timeRule, counting, cumulative },
		askedFrom: same.askedFrom,
		organisations: same.organisations,
		name: name[locale],
		definition: definition[locale],
		ratio: ratio && {
			numerator: named(ratio.numerator),
			denominator: named(ratio.denominator),
		},
		source: source.split('; '),
		figures: figuresOf(indicator),
	};
}

function figuresOf(indicator: Indicator): DescribedIndicator['figures'] {
	const measure = householdMeasureOf(indicator);
	if (measure !== null) return { of: 'households', measure };
	return isAboutThings(indicator) ? { of: 'things' } : null;
}
