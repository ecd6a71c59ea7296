import type { PlaceName } from './admin-units';

/** A place that a search found. */
export interface SearchHit {
	id: number;
	unit: PlaceName;
	/** Nearest first: names repeat, so a list has to say where each one lies. */
	ancestors: PlaceName[];
	/** Of its page, or of that of a village's commune; null for a former district, which has none. */
	path: string | null;
	/** First and last day of a former unit; null for one of today. */
	span: { from: string; to: string } | null;
	/** The communes of today in which a former one lies. */
	now: PlaceName[];
}
