/** From the one who presides to those who vote. */
export const councilSeats = ['chair', 'deputy', 'secretary', 'member'] as const;
export type CouncilSeat = (typeof councilSeats)[number];

/**
 * What the council does. `forming`: members say from whom they step back; `scoring`: each alone, by the
 * rubric, names hidden where the category allows; `discussion`: spread of the scores, comments;
 * `vote`: one nominee at a time, the roster is frozen; `closed`: the minutes can be drawn up.
 */
export const councilPhases = ['forming', 'scoring', 'discussion', 'vote', 'closed'] as const;
export type CouncilPhase = (typeof councilPhases)[number];

/**
 * Why a member has no part in one nominee; all but `declared` are derived. `unitAbove`: the nominee's unit
 * is above one of the member's; `unitBelow`: it is below.
 */
export const conflictGrounds = [
	'ownUnit',
	'unitAbove',
	'unitBelow',
	'ownTeam',
	'nominated',
	'declared',
] as const;
export type ConflictGround = (typeof conflictGrounds)[number];

export const ballotChoices = ['for', 'against', 'abstain'] as const;
export type BallotChoice = (typeof ballotChoices)[number];

export type VoteOutcome = 'passed' | 'rejected' | 'noQuorum';

/** One line of the score sheet, the same for every nominee of the season. */
export interface RubricLine {
	code: string;
	name: string;
	/** The most points; the least are 0. */
	most: number;
}

export interface RubricScore {
	code: string;
	points: number;
	reason: string;
}

/** Who was on the council when a vote was opened, and what of it counted. */
export interface VoteRosterEntry {
	memberId: number;
	seat: CouncilSeat;
	present: boolean;
	grounds: ConflictGround[];
	/** Voted in writing beforehand, and is absent. */
	inWriting: boolean;
}

/** What came of one vote. */
export interface VoteCounts {
	/** Of the roster, without the recused. */
	eligible: number;
	present: number;
	inWriting: number;
	for: number;
	against: number;
	abstain: number;
	/** Present without a ballot. */
	silent: number;
}

/** Out of how many a majority is, wherever it is counted or said: who may vote and is there, or voted in writing. */
export const votersOf = ({ present, inWriting }: Pick<VoteCounts, 'present' | 'inWriting'>) =>
	present + inWriting;

export const councilEventKinds = [
	'councilNamed',
	'memberNamed',
	'memberLeft',
	'phase',
	'present',
	'absent',
	'conflictDeclared',
	'conflictDismissed',
	'reviewGiven',
	'commented',
	'itemShown',
	'writtenBallot',
	'voteOpened',
	'ballot',
	'voteClosed',
] as const;
export type CouncilEventKind = (typeof councilEventKinds)[number];
