import { mapMeasures, type MapMeasure } from '../../../contracts/coverage';
import { isMonth } from '../../../contracts/local-time';

/** What the map is held against: another measure, or the code of another month. */
export type Against = { measure: MapMeasure } | { month: string };

export function readAgainst(written: string | null): Against | null {
	const measure = mapMeasures.find((one) => one === written);
	if (measure) return { measure };
	return written && isMonth(written) ? { month: written } : null;
}

export const writeAgainst = (against: Against): string =>
	'measure' in against ? against.measure : against.month;
