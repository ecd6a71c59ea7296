import type { PlaceName, Unit } from '../../contracts/admin-units';
import type { TrendEvent } from '../../contracts/trend-events';
import type { CommuneView } from '../commune/view';

/** A page of four columns is as wide as a phone bears. */
export const mostCompared = 4;

/** A commune of the comparison: what its page shows of the same month. */
export type ComparedCommune = Pick<CommuneView, 'unit' | 'path' | 'commune' | 'trend'> & {
	/** What explains its line, the newest first. */
	events: TrendEvent[];
};

export interface Comparison {
	/** `2026-10`; null while nothing is compared. */
	month: string | null;
	communes: ComparedCommune[];
	/** Asked for beyond what the table has room for. */
	leftOut: (PlaceName & Pick<Unit, 'code'>)[];
	/** Codes asked for that no commune bears today. */
	unknown: string[];
	/** What may be added: asked for by name, else such as are about as large as the first one. */
	offered: Pick<Unit, 'code' | 'kind' | 'name' | 'within'>[];
	/** What was looked for; empty when nothing was. */
	text: string;
}

/** The address of a comparison: `/so-sanh?xa=99101&xa=99113`. */
export const comparisonQuery = (codes: readonly string[]): string =>
	new URLSearchParams(codes.map((code) => ['xa', code])).toString();
