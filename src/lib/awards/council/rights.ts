import type { Actor } from '../../contracts/accounts';
import type { ConflictGround, CouncilPhase, CouncilSeat } from '../../contracts/award-council';
import type { NominationState } from '../../contracts/award-nominations';
import type { CandidateKind } from '../../contracts/awards';

/** Somebody who sits on the council. */
export interface SeatFacts {
	memberId: number;
	accountId: number;
	seat: CouncilSeat;
	present: boolean;
}

/** What rights in a season follow from. */
export interface SeasonFacts {
	/** The season's unit and all above it. */
	unitPath: readonly number[];
	/** Null while there is no council. */
	phase: CouncilPhase | null;
	blindKinds: readonly CandidateKind[];
	seats: readonly SeatFacts[];
}

/** What rights on one nominee follow from. */
export interface NomineeFacts {
	kind: CandidateKind;
	state: NominationState;
	/** The nominating unit and all above it. */
	nominatingPath: readonly number[];
	nominatedBy: number;
	vote: 'none' | 'open' | 'over';
	conflicts: readonly { memberId: number; ground: ConflictGround; dismissed: boolean }[];
}

type Who = Pick<Actor, 'accountId' | 'grants'>;

const seatsThatPreside: readonly CouncilSeat[] = ['chair', 'deputy'];
const seatsThatRun: readonly CouncilSeat[] = ['chair', 'deputy', 'secretary'];
const isFrozen = (phase: CouncilPhase | null) => phase === 'vote' || phase === 'closed';

/** Whoever runs the system sits on no council and sees no dossier, whatever else they hold. */
export const runsTheSystem = ({ grants }: Who) =>
	grants.some(({ role }) => role === 'administrator');

/** What an account may do in a season, whoever the nominee. */
export function seasonRights(season: SeasonFacts, actor: Who) {
	const system = runsTheSystem(actor);
	const holds = (role: 'committee' | 'administrator') =>
		actor.grants.some((grant) => grant.role === role && season.unitPath.includes(grant.unitId));
	const own = system
		? undefined
		: season.seats.find(({ accountId }) => accountId === actor.accountId);
	const committee = !system && holds('committee');
	const namesCouncil = holds('administrator');
	return {
		memberId: own?.memberId ?? null,
		committee,
		/** Names members and writes down the decision they sit by, until the roster is frozen. */
		namesCouncil: namesCouncil && !isFrozen(season.phase),
		setsDossier: namesCouncil || committee,
		/** Moves the council to its next phase. */
		leads: own !== undefined && seatsThatPreside.includes(own.seat),
		/** Says who is there and whom the room sees. */
		runs: own !== undefined && seatsThatRun.includes(own.seat),
		entersCouncil: namesCouncil || committee || own !== undefined,
		seesSession: committee || own !== undefined,
	};
}
export type SeasonRights = ReturnType<typeof seasonRights>;

/** The member's grounds on a nominee that nobody dismissed: any of them recuses. */
export const standingGrounds = (nominee: Pick<NomineeFacts, 'conflicts'>, memberId: number) =>
	nominee.conflicts
		.filter((conflict) => conflict.memberId === memberId && !conflict.dismissed)
		.map(({ ground }) => ground);

/**
 * What an account may see and do with one nominee. Of a nominee from whom a member steps back, the member
 * learns nothing that the council does: no score, no comment, no vote, not how many there are.
 */
export function nomineeRights(season: SeasonFacts, nominee: NomineeFacts, actor: Who) {
	const { memberId, committee, leads, runs } = seasonRights(season, actor);
	const { phase } = season;
	const { state } = nominee;
	const isSeat = memberId !== null;
	const recused = isSeat && standingGrounds(nominee, memberId).length > 0;
	const clear = isSeat && !recused;
	const own = season.seats.find((seat) => isSeat && seat.memberId === memberId);
	const nominates = actor.grants.some(
		({ role, unitId }) =>
			(role === 'reporter' || role === 'approver') && nominee.nominatingPath.includes(unitId),
	);
	const putsForward = nominates || (committee && nominee.nominatedBy === actor.accountId);
	const before = state === 'listed';
	const blind = phase === 'scoring' && season.blindKinds.includes(nominee.kind) && isSeat;
	const sits = clear && phase !== null && before;
	const discussed = phase === 'discussion' || phase === 'vote' || phase === 'closed';
	const listedOnce = before || state === 'decided';
	const named = putsForward || (!blind && ((committee && !recused) || (clear && listedOnce)));
	const isOpen = state === 'draft' || state === 'returned';
	const mayCheck = committee && !recused && nominee.nominatedBy !== actor.accountId;
	return {
		recused,
		/** The dossier with its names and files. */
		seesDossier: named,
		edits: putsForward && isOpen,
		submits: putsForward && isOpen,
		/** Not while the council votes, whether or not it has: that would tell. */
		withdraws:
			putsForward && state !== 'decided' && state !== 'withdrawn' && !(before && isFrozen(phase)),
		returns: mayCheck && (state === 'submitted' || state === 'completed'),
		completes: mayCheck && state === 'submitted',
		lists: mayCheck && state === 'completed' && !isFrozen(phase),
		decides: mayCheck && before && (phase === 'closed' || phase === null),
		/** The council's own room for the nominee; without names in a blind round. */
		seesReview: clear && phase !== null && phase !== 'forming' && listedOnce,
		blind: blind && !putsForward,
		scores: sits && phase === 'scoring',
		seesScores: clear && discussed && listedOnce,
		comments: sits && phase === 'discussion',
		declares: clear && before && phase !== 'closed' && nominee.vote === 'none',
		dismisses: clear && runs && before && nominee.vote === 'none',
		opensVote: sits && leads && phase === 'vote' && nominee.vote === 'none',
		closesVote: sits && leads && phase === 'vote' && nominee.vote === 'open',
		votes: sits && phase === 'vote' && nominee.vote === 'open' && (own?.present ?? false),
		votesInWriting:
			sits &&
			(phase === 'discussion' || phase === 'vote') &&
			nominee.vote === 'none' &&
			!(own?.present ?? false),
		seesVote: clear && isFrozen(phase) && listedOnce,
	};
}
export type NomineeRights = ReturnType<typeof nomineeRights>;
