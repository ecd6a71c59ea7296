import type { Actor, RoleGrant } from '../../contracts/accounts';
import type { ConflictGround, CouncilPhase, CouncilSeat } from '../../contracts/awards/council';
import type { NominationState } from '../../contracts/awards/nominations';
import type { CandidateKind } from '../../contracts/awards/candidates';
import type { Conflict } from './derive-conflicts';

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
	/** The unit of who is put forward and all above it. */
	unitPath: readonly number[];
	/** The nominating unit and all above it. */
	nominatingPath: readonly number[];
	nominatedBy: number;
	vote: 'none' | 'open' | 'over';
	conflicts: readonly (Conflict & { memberId: number; dismissed: boolean })[];
	/** Whether the account has a conflict that the product knows of, on the council or not. */
	isTied: boolean;
}

/** What rights on one unit follow from, whether or not it is put forward. */
export interface UnitFacts {
	/** The unit and all above it. */
	path: readonly number[];
	/** Whether the account steps back from it, on the council or for the committee. */
	recused: boolean;
	/** Whether it stands for the unit, or for one above or below it, or serves in a team there. */
	isTied: boolean;
}

type Who = Pick<Actor, 'accountId' | 'grants'>;

const seatsThatPreside: readonly CouncilSeat[] = ['chair', 'deputy'];
const seatsThatRun: readonly CouncilSeat[] = ['chair', 'deputy', 'secretary'];
const isFrozen = (phase: CouncilPhase | null) => phase === 'vote' || phase === 'closed';

/** Whoever runs the system sits on no council and sees no dossier, whatever else they hold. */
const runsTheSystem = ({ grants }: Who) => grants.some(({ role }) => role === 'administrator');

const speaks = ({ role }: RoleGrant) => role === 'reporter' || role === 'approver';

/** The nearest unit on a way up in whose name the account reports or approves; null without one. */
const speaksOn = (path: readonly number[], { grants }: Who): number | null =>
	path.find((id) => grants.some((grant) => grant.unitId === id && speaks(grant))) ?? null;

/**
 * What an account is to the seasons of a unit, whoever sits on their councils.
 * @param unitPath the unit and all above it.
 */
export function keepingRights(unitPath: readonly number[], actor: Who) {
	const holds = (role: 'committee' | 'administrator') =>
		actor.grants.some((grant) => grant.role === role && unitPath.includes(grant.unitId));
	return {
		/** Opens seasons and sets them up. */
		keeps: holds('administrator'),
		/** Works in their rooms: the committee's role itself, which an administrator's excludes. */
		sits: holds('committee') && !runsTheSystem(actor),
	};
}
export type KeepingRights = ReturnType<typeof keepingRights>;

/** What an account may do in a season, whoever the nominee. */
export function seasonRights(season: SeasonFacts, actor: Who) {
	const { keeps, sits: committee } = keepingRights(season.unitPath, actor);
	const own = runsTheSystem(actor)
		? undefined
		: season.seats.find(({ accountId }) => accountId === actor.accountId);
	return {
		memberId: own?.memberId ?? null,
		committee,
		/** Names members and writes down the decision they sit by, until the roster is frozen. */
		namesCouncil: keeps && !isFrozen(season.phase),
		setsDossier: keeps || committee,
		/** Whom the council can still come to: nobody once it has ended. */
		putsForward: season.phase !== 'closed' && (committee || actor.grants.some(speaks)),
		/** Moves the council to its next phase. */
		leads: own !== undefined && seatsThatPreside.includes(own.seat),
		/** Says who is there and whom the room sees, until the council has ended: its minutes are of what was before. */
		runs: own !== undefined && seatsThatRun.includes(own.seat) && season.phase !== 'closed',
		entersCouncil: keeps || committee || own !== undefined,
		seesSession: committee || own !== undefined,
	};
}
export type SeasonRights = ReturnType<typeof seasonRights>;

/** The member's grounds on a nominee that nobody dismissed: any of them recuses. */
export const standingGrounds = (
	nominee: Pick<NomineeFacts, 'conflicts'>,
	memberId: number,
): ConflictGround[] => [
	...new Set(
		nominee.conflicts
			.filter((conflict) => conflict.memberId === memberId && !conflict.dismissed)
			.map(({ ground }) => ground),
	),
];

/**
 * What an account may see and do with one nominee. Of a nominee from whom a member steps back, the member
 * learns nothing that the council does: no score, no comment, no vote, not how many there are. Who works for
 * the committee and has no seat steps back for the same grounds; nobody can dismiss those.
 */
export function nomineeRights(season: SeasonFacts, nominee: NomineeFacts, actor: Who) {
	const { memberId, committee, leads, runs } = seasonRights(season, actor);
	const { phase } = season;
	const { state } = nominee;
	const isSeat = memberId !== null;
	const recused = isSeat
		? standingGrounds(nominee, memberId).length > 0
		: committee && nominee.isTied;
	const clear = isSeat && !recused;
	const own = season.seats.find((seat) => isSeat && seat.memberId === memberId);
	const nominates = speaksOn(nominee.nominatingPath, actor) !== null;
	const putsForward = nominates || (committee && nominee.nominatedBy === actor.accountId);
	const before = state === 'listed';
	const hides = isSeat && season.blindKinds.includes(nominee.kind);
	const blind = hides && phase === 'scoring';
	/** Who is to score without names reads no dossier beforehand either: its figures would be known again. */
	const sealed = hides && (phase === 'forming' || phase === 'scoring');
	const sits = clear && phase !== null && before;
	const discussed = phase === 'discussion' || phase === 'vote' || phase === 'closed';
	const listedOnce = before || state === 'decided';
	const named = putsForward || (!sealed && ((committee && !recused) || (clear && listedOnce)));
	const isOpen = state === 'draft' || state === 'returned';
	const signs = actor.grants.some(
		({ role, unitId }) =>
			role === 'approver' && [...nominee.unitPath, ...nominee.nominatingPath].includes(unitId),
	);
	const mayCheck = committee && !recused && !sealed && nominee.nominatedBy !== actor.accountId;
	return {
		recused,
		/** The dossier with its names and files. */
		seesDossier: named,
		edits: putsForward && isOpen,
		submits: putsForward && isOpen,
		/** Vouches for it as the head of the unit, or of the level that nominates. */
		attests: named && signs && state !== 'decided' && state !== 'withdrawn',
		/** Who vouched for it, and for what content: for those who vouch for dossiers or weigh them. */
		seesAttestation:
			named && actor.grants.some(({ role }) => role === 'approver' || role === 'committee'),
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
		/** Whether the council proposes the nominee: off the council, once it has ended. */
		seesOutcome:
			listedOnce && ((clear && isFrozen(phase)) || (committee && !recused && phase === 'closed')),
	};
}
export type NomineeRights = ReturnType<typeof nomineeRights>;

/** What an account may know and do about one unit of a season, its villages and teams apart. */
export function unitRights(season: SeasonFacts, unit: UnitFacts, actor: Who) {
	const { committee } = seasonRights(season, actor);
	const speaksFrom = speaksOn(unit.path, actor);
	const asCommittee = committee && !unit.recused;
	return {
		/** In whose name it puts somebody of the unit forward; null unless as the committee. */
		speaksFrom,
		/** As the committee, from which the account doesn't step back. */
		asCommittee,
		/** What was noted about the unit's reports, and why. */
		seesFlags: asCommittee || speaksFrom !== null,
		answersFlags: speaksFrom !== null,
		/** Writes down what a visit found; nobody checks a unit of their own, whoever else dismissed the tie. */
		checks: asCommittee && !unit.isTied,
	};
}
export type UnitRights = ReturnType<typeof unitRights>;
