import { classStates, isClassState, isOtherState, type MapState } from '../../contracts/map/states';
import { classBounds } from '../../contracts/map/policy-classes';
import type { Language } from '../../messages/context';
import type { Palette } from '../styles/class-styles';
import { stateName } from './state-name';
import { onlyState } from './state-sets';

/** How a legend speaks of the classes, whatever they are classes of. */
export interface LegendScale {
	palette: Palette;
	/** What its entries begin with, from low to high; by rows where there are axes. */
	columns: readonly MapState[];
	nameOf: (state: MapState) => string;
	/** Written between the classes and at both ends, where nothing may stand. */
	bounds: readonly string[];
	/** Of what two things make up together: what they are, and their classes from low to high. */
	axes?: { across: LegendAxis; up: LegendAxis } | undefined;
}

export interface LegendAxis {
	title: string;
	classes: readonly string[];
}

type Words = Pick<Language, 't' | 'format'>;

/** That of coverage: the policy classes. */
export const coverageScale = (language: Words): LegendScale => ({
	palette: 'coverage',
	columns: classStates,
	nameOf: (state) => (isClassState(state) || isOtherState(state) ? stateName(state, language) : ''),
	bounds: [
		...classBounds.map((bound) => language.format.number(bound * 100)),
		language.format.wholeShare(1),
	],
});

type NamedScale = Omit<LegendScale, 'nameOf'> & { names: readonly string[] };

/** That of classes with names of their own; null: coverage. */
export const legendScale = (language: Words, named: NamedScale | null): LegendScale =>
	named ? namedScale(language, named) : coverageScale(language);

/** One with names of its own for its classes. */
function namedScale(language: Words, { names, ...scale }: NamedScale): LegendScale {
	const nameOf = new Map(
		scale.columns.flatMap((head, index) =>
			[...onlyState(head)].map((state) => [state, names[index] ?? ''] as const),
		),
	);
	const usual = coverageScale(language);
	return { ...scale, nameOf: (state) => nameOf.get(state) ?? usual.nameOf(state) };
}
