import {
	votersOf,
	type BallotChoice,
	type VoteCounts,
	type VoteOutcome,
	type VoteRosterEntry,
} from '../../contracts/awards/council';

/** Settings of the season, in percent. */
export interface VoteRules {
	/** Of those who may vote, how many have to be there; the absent who voted in writing are. */
	quorum: number;
	/** Of the voters, how many have to be for the nominee: see `votersOf`. */
	majority: number;
}

const mayVote = ({ grounds }: VoteRosterEntry) => grounds.length === 0;

/** Whole numbers on both sides: 67 % of 3 is more than 2. */
const reaches = (part: number, whole: number, percent: number) => part * 100 >= whole * percent;

/** Whether enough are there for a vote, at this moment. Nobody makes no quorum. */
export function hasQuorum(roster: readonly VoteRosterEntry[], { quorum }: VoteRules): boolean {
	const eligible = roster.filter(mayVote);
	const there = eligible.filter(({ present, inWriting }) => present || inWriting);
	return there.length > 0 && reaches(there.length, eligible.length, quorum);
}

/** Counts a vote that is over. A member who is there and gave no ballot counts as one vote that isn't for. */
export function tallyVote(
	roster: readonly VoteRosterEntry[],
	ballots: readonly { memberId: number; choice: BallotChoice }[],
	rules: VoteRules,
): { outcome: VoteOutcome; counts: VoteCounts } {
	const eligible = roster.filter(mayVote);
	const valid = ballots.filter(({ memberId }) =>
		eligible.some((entry) => entry.memberId === memberId && (entry.present || entry.inWriting)),
	);
	const count = (choice: BallotChoice) => valid.filter((ballot) => ballot.choice === choice).length;
	const present = eligible.filter((entry) => entry.present).length;
	const inWriting = eligible.filter((entry) => entry.inWriting && !entry.present).length;
	const counts: VoteCounts = {
		...{ eligible: eligible.length, present, inWriting },
		...{ for: count('for'), against: count('against'), abstain: count('abstain') },
		silent: votersOf({ present, inWriting }) - valid.length,
	};
	if (!hasQuorum(roster, rules)) return { outcome: 'noQuorum', counts };
	const passed = reaches(counts.for, votersOf(counts), rules.majority);
	return { outcome: passed ? 'passed' : 'rejected', counts };
}
