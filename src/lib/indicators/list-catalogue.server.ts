import type { Database } from '../server/db/client';
import { catalogue } from './catalogue';
import { reportableIn } from './reportable-in.server';
import { reportableCodes } from './rules.server';

/** Whether a unit is asked for an indicator, doesn't ask for it, or it can't be switched at all. */
export type IndicatorState = 'on' | 'off' | 'derived' | 'core';

/** The catalogue in the reader's language, with what a unit asks for. */
export async function listCatalogue(database: Database, unitId: number, locale: 'vi' | 'en') {
	const asked = await reportableIn(database, [unitId]);
	const stateOf = (code: string, isRatio: boolean): IndicatorState => {
		if (reportableCodes.has(code)) return asked.has(code) ? 'on' : 'off';
		return isRatio ? 'derived' : 'core';
	};
	return catalogue.map(({ code, name, definition, group, countingUnit, source, ratio }) => ({
		...{ code, group, countingUnit, source },
		name: name[locale],
		definition: definition[locale],
		state: stateOf(code, ratio !== null),
	}));
}
