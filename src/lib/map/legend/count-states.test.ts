import { expect, it } from 'vitest';
import { everyState } from '../../contracts/map/states';
import { countStates } from './count-states';

it('counts every state, also those that nobody is in', () => {
	const counts = countStates(['class1', 'missing', 'class1']);
	expect(counts.class1).toBe(2);
	expect(counts.missing).toBe(1);
	expect(Object.keys(counts)).toEqual([...everyState]);
});
