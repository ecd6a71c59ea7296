import type { OrganisationKind } from '../../contracts/admin-units';
import type { Measure } from '../../contracts/coverage';
import type { Counting, CountingUnit, TimeRule } from '../../contracts/indicators';
import type { PlaceLevel } from '../../contracts/reports';
import type { IndicatorFigures } from './figures';

/** What a page says about one indicator. */
export interface IndicatorView {
	indicator: {
		code: string;
		name: string;
		definition: string;
		countingUnit: CountingUnit;
		timeRule: TimeRule;
		counting: Counting;
		cumulative: boolean;
		ratio: Record<'numerator' | 'denominator', { code: string; name: string }> | null;
		source: string[];
		askedFrom: PlaceLevel | null;
		organisations: readonly OrganisationKind[];
		figures: { of: 'households'; measure: Measure } | { of: 'things' } | null;
	};
	figures:
		| (Omit<IndicatorFigures, 'rows'> & {
				/** With the page of each place. */
				rows: (IndicatorFigures['rows'][number] & { path: string })[];
		  })
		| null;
}
