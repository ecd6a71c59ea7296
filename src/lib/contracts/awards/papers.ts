import type { BallotChoice, ConflictGround, CouncilSeat, VoteCounts, VoteOutcome } from './council';
import type { DossierPart, EvidenceFigure, NominationOrigin, NominationState } from './nominations';
import type { CandidateKind } from './candidates';
import type { PlaceName } from '../admin-units';

/** A nominee as papers name one. */
export interface PaperNominee {
	nominationId: number;
	categoryId: number;
	categoryName: string;
	kind: CandidateKind;
	/** Of the unit, the team or the person; empty once it was erased. */
	name: string;
	/** Of a person: post and team. */
	position: string;
	unit: PlaceName & { code: string };
	/** The commune of a village, the province of a commune. */
	within: PlaceName | null;
	nominatedBy: PlaceName;
	origin: NominationOrigin;
	state: NominationState;
	late: boolean;
	/** ISO instant. */
	submittedAt: string | null;
	evidence: PaperEvidence[];
	missing: DossierPart[];
}

/** One piece of evidence with where it comes from; a figure never stands without it. */
export interface PaperEvidence {
	id: number;
	part: DossierPart;
	title: string;
	/** `Báo cáo 2026-09`, the title of a practice, the name of a file. */
	source: string;
	/** ISO instant: of a report's approval, of a practice's publication; null for what nobody approves. */
	approvedAt: string | null;
	figures: EvidenceFigure[];
	/** In the product's file store. */
	fileId: number | null;
}

export interface PaperCouncilMember {
	memberId: number;
	displayName: string;
	position: string;
	seat: CouncilSeat;
}

/** One vote, a failed one included. */
export interface PaperVote {
	nominationId: number;
	attempt: number;
	/** ISO instants. */
	openedAt: string;
	closedAt: string;
	outcome: VoteOutcome;
	counts: VoteCounts;
	present: number[];
	recused: { memberId: number; grounds: ConflictGround[] }[];
	inWriting: { memberId: number; choice: BallotChoice }[];
}

/** What minutes, list, submission letter and decision are drawn up from. */
export interface MinutesFacts {
	seasonId: number;
	decisionNumber: string;
	/** Local day. */
	decidedOn: string;
	/** Percent of those who may vote, and of those who do: see `tallyVote`. */
	quorum: number;
	majority: number;
	/** ISO instants of the meeting: the first presence, and when the council closed it. */
	startedAt: string | null;
	endedAt: string | null;
	members: PaperCouncilMember[];
	/** Whether the votes are there to be told: for the council alone. */
	drawsUpMinutes: boolean;
	votes: PaperVote[];
	/** Nominations that the council proposes, so far as the account may know. */
	proposed: number[];
	nominees: PaperNominee[];
}
