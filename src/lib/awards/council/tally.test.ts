import { expect, it } from 'vitest';
import type { VoteRosterEntry } from '../../contracts/awards/council';
import { hasQuorum, tallyVote } from './tally';

const entry = (memberId: number, given: Partial<VoteRosterEntry> = {}): VoteRosterEntry => ({
	...{ memberId, seat: 'member', present: true, grounds: [], inWriting: false },
	...given,
});
const away = { present: false };
const written = { present: false, inWriting: true };
const recused: Partial<VoteRosterEntry> = { grounds: ['ownUnit'] };
const rules = { quorum: 67, majority: 80 };
const ballots = (...choices: ('for' | 'against' | 'abstain')[]) =>
	choices.map((choice, index) => ({ memberId: index + 1, choice }));

it('needs the share of those who may vote, the recused left out, the written in', () => {
	expect(hasQuorum([entry(1), entry(2), entry(3, away)], rules)).toBe(false);
	expect(hasQuorum([entry(1), entry(2), entry(3, written)], rules)).toBe(true);
	expect(hasQuorum([entry(1), entry(2), entry(3, recused)], rules)).toBe(true);
	expect(hasQuorum([entry(1, recused)], rules)).toBe(false);
});

it('passes at the very threshold, and counts who is there and silent as not for it', () => {
	const roster = [1, 2, 3, 4, 5].map((id) => entry(id));
	const passed = tallyVote(roster, ballots('for', 'for', 'for', 'for', 'against'), rules);
	expect(passed.outcome).toBe('passed');
	const silent = tallyVote(roster, ballots('for', 'for', 'for'), rules);
	expect(silent).toMatchObject({ outcome: 'rejected', counts: { for: 3, silent: 2 } });
});

it('counts no ballot of the recused or of the absent, and no vote without a quorum', () => {
	const roster = [entry(1), entry(2), entry(3, recused), entry(4, away)];
	const { outcome, counts } = tallyVote(roster, ballots('for', 'for', 'against', 'against'), rules);
	expect(outcome).toBe('noQuorum');
	expect(
		tallyVote(roster, ballots('for', 'for', 'against', 'against'), { quorum: 60, majority: 80 }),
	).toEqual({
		outcome: 'passed',
		counts: { ...counts, eligible: 3, present: 2, inWriting: 0, for: 2, against: 0, silent: 0 },
	});
});
