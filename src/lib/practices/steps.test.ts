import { expect, it } from 'vitest';
import { practiceStates } from '../contracts/practices';
import { openSteps } from './steps';

const open = (writes: boolean, reviews: boolean) =>
	practiceStates.map((state) =>
		Object.entries(openSteps(state, { writes, reviews }))
			.flatMap(([step, isOpen]) => (isOpen ? [step] : []))
			.join(' '),
	);

it('lets its team rewrite what is not public, and take it back', () => {
	expect(open(true, false)).toEqual(['rewrite', 'rewrite', 'withdraw', 'rewrite']);
});

it('lets a reviewer decide on what was handed in, and withdraw what is public', () => {
	expect(open(false, true)).toEqual(['publish return', '', 'withdraw', 'publish']);
});

it('gives nobody else anything to do', () => {
	expect(open(false, false)).toEqual(['', '', '', '']);
});
