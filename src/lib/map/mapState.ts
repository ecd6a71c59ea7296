import { classCount, classOf, type Reading } from '../contracts/coverage';
import type { Timeliness } from '../contracts/reports';

/** Everything an area can look like; the order is that of the legend and of the numbers in feature-state. */
export const mapStates = [
	'class0',
	'class1',
	'class2',
	'class3',
	'class4',
	'class5',
	'zero',
	'hidden',
	'insufficient',
	'waiting',
	'late',
	'none',
	'missing',
	'notRequired',
] as const;
export type MapState = (typeof mapStates)[number];

export const classStates = mapStates.slice(0, classCount);
/** States told apart by a pattern or an outline, not by a colour of the ramp. */
export const otherStates = mapStates.slice(classCount);

const stateOfClass = (index: number): MapState => classStates[index] ?? 'class0';

/**
 * What an area shows. A number, where there is one, goes before the question when it came:
 * - `zero`: reported, nobody able; `hidden`: too few households to show even the class
 * - `waiting`/`late`: received in time/late, nothing approved yet
 * - `none`/`missing`: nothing received, before/after the deadline
 */
export function mapStateOf(reading: Reading, timeliness: Timeliness): MapState {
	switch (reading.kind) {
		case 'share':
			return reading.able === 0 ? 'zero' : stateOfClass(classOf(reading.share));
		case 'hidden':
			return reading.class === null ? 'hidden' : stateOfClass(reading.class);
		case 'insufficient':
			return 'insufficient';
		case 'none':
			return stateWithoutNumber[timeliness];
	}
}

const stateWithoutNumber: Record<Timeliness, MapState> = {
	notRequired: 'notRequired',
	pending: 'none',
	onTime: 'waiting',
	late: 'late',
	missing: 'missing',
};

/** How many areas are in each state. */
export function countStates(states: Iterable<MapState>): Record<MapState, number> {
	const counts = Object.fromEntries(mapStates.map((state) => [state, 0])) as Record<
		MapState,
		number
	>;
	for (const state of states) counts[state] += 1;
	return counts;
}
