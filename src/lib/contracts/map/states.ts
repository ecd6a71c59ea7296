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

/** Steps of a colour that runs through, too close to one another to be seen; two make a column of the legend. */
const tones = [
	...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
	...[12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23],
] as const;
export type ToneState = `tone${(typeof tones)[number]}`;
export const toneStates: readonly ToneState[] = tones.map((tone) => `tone${tone}` as const);

/** What two things together look like, three classes each: by rows, in each of which the first one rises. */
const cells = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
export type CellState = `cell${(typeof cells)[number]}`;
export const cellStates: readonly CellState[] = cells.map((cell) => `cell${cell}` as const);

/** What an area can look like on a map in policy classes. */
export type PolicyState = ClassState | OtherState;
export type MapState = PolicyState | ToneState | CellState;

/** In the order of the legend. */
export const mapStates: readonly PolicyState[] = [...classStates, ...otherStates];
/** And for analysts: the place is the number in feature-state. */
export const everyState: readonly MapState[] = [...mapStates, ...toneStates, ...cellStates];

const others: readonly string[] = otherStates;
/** Told apart by a pattern or an outline. */
export const isOtherState = (state: MapState): state is OtherState => others.includes(state);

export const isClassState = (state: MapState): state is ClassState =>
	classStates.some((each) => each === state);
