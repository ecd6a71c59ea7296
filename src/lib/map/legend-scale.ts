import { classStates, isClassState, type MapState } from '../contracts/map-states';
import { classBounds } from '../contracts/policy-classes';
import type { Language } from '../messages/context';
import type { Palette } from './class-styles';
import { stateName } from './state-name';

/** How a legend speaks of the classes, whatever they are classes of. */
export interface LegendScale {
	palette: Palette;
	nameOf: (state: MapState) => string;
	/** Written between the classes and at both ends, where nothing may stand. */
	bounds: readonly string[];
}

type Words = Pick<Language, 't' | 'format'>;

/** That of coverage: the policy classes. */
export const coverageScale = (language: Words): LegendScale => ({
	palette: 'coverage',
	nameOf: (state) => stateName(state, language),
	bounds: [
		...classBounds.map((bound) => language.format.number(bound * 100)),
		language.format.wholeShare(1),
	],
});

/** One with names of its own for its classes. */
export const namedScale = (
	language: Words,
	{
		palette,
		names,
		bounds,
	}: { palette: Palette; names: readonly string[]; bounds: readonly string[] },
): LegendScale => ({
	palette,
	nameOf: (state) =>
		(isClassState(state) && names[classStates.indexOf(state)]) || stateName(state, language),
	bounds,
});
