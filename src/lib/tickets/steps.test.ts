import { expect, it } from 'vitest';
import { openSteps } from './steps';

const raiser = { raises: true, answers: false };
const officer = { raises: false, answers: true };

it.each([
	['open', raiser, { answered: false, closed: true, reopened: false }],
	['answered', raiser, { answered: false, closed: true, reopened: true }],
	['closed', raiser, { answered: false, closed: false, reopened: true }],
	['open', officer, { answered: true, closed: false, reopened: false }],
	['answered', officer, { answered: true, closed: true, reopened: false }],
	['closed', officer, { answered: false, closed: false, reopened: false }],
	['open', { raises: false, answers: false }, { answered: false, closed: false, reopened: false }],
] as const)('%s, for %o', (state, party, expected) => {
	expect(openSteps(state, party)).toEqual(expected);
});
