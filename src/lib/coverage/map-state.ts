import type { Reading } from '../contracts/coverage';
import type { PolicyState } from '../contracts/map/states';
import { classStates } from '../contracts/map/states';
import { classOf } from '../contracts/map/policy-classes';
import type { Timeliness } from '../contracts/reports';

const stateOfClass = (index: number): PolicyState => classStates[index] ?? 'class0';

/**
 * What an area shows. A number, where there is one, goes before the question when it came:
 * - `zero`: reported, nobody able; `hidden`: too few households to show even the class
 * - `waiting`/`late`: received in time/late, nothing approved yet
 * - `none`/`missing`: nothing received, before/after the deadline
 */
export function mapStateOf(reading: Reading, timeliness: Timeliness): PolicyState {
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

const stateWithoutNumber: Record<Timeliness, PolicyState> = {
	notRequired: 'notRequired',
	pending: 'none',
	onTime: 'waiting',
	late: 'late',
	missing: 'missing',
};
