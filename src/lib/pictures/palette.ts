import type { MapState } from '../contracts/map/states';
import { colouredStates, tonesOf, type Palette } from '../map/styles/class-styles';
import { cellColours, divergingColours, policyClasses } from '../contracts/map/policy-classes';

/** The light theme of app.css and map/styles/states.css written out: a picture has no style sheet. */
export const palette = {
	ground: '#fbfaf6',
	ink: '#14202f',
	'ink-quiet': '#51606f',
	rule: '#e4e1d6',
	'rule-strong': '#7d8894',
	bar: '#2f8f9b',
	'bar-ground': '#e8e5da',
	overdue: '#b25c00',
	'area-ground': '#f4f2ea',
	land: '#efede4',
} as const;

const coloursOf = (ramp: Palette): ReadonlyMap<MapState, string> => {
	const classes = ramp === 'diverging' ? divergingColours : policyClasses;
	const all = [...classes, ...tonesOf(ramp), ...cellColours];
	return new Map(colouredStates.map((state, index) => [state, all[index]?.light ?? '']));
};
const colours = { coverage: coloursOf('coverage'), diverging: coloursOf('diverging') };

/** The colour of a class; null of states told apart by a pattern or an outline. */
export function rampColour(state: MapState, ramp: Palette): string | null {
	return colours[ramp].get(state) ?? null;
}
