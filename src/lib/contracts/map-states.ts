import { policyClasses } from './policy-classes';

type ClassIndex = Exclude<keyof typeof policyClasses, keyof (readonly unknown[])>;
const isClassIndex = (key: string): key is ClassIndex => key in policyClasses;

export type ClassState = `class${ClassIndex}`;
export const classStates: readonly ClassState[] = Object.keys(policyClasses)
	.filter(isClassIndex)
	.map((index) => `class${index}` as const);

/** States told apart by a pattern or an outline, not by a colour of the ramp. */
export const otherStates = [
	'zero',
	'hidden',
	'insufficient',
	'waiting',
	'late',
	'none',
	'missing',
	'incomparable',
	'notRequired',
] as const;
export type OtherState = (typeof otherStates)[number];
export type MapState = ClassState | OtherState;

/** Everything an area can look like; the order is that of the legend and of the numbers in feature-state. */
export const mapStates: readonly MapState[] = [...classStates, ...otherStates];

export const isClassState = (state: MapState): state is ClassState =>
	classStates.some((each) => each === state);
