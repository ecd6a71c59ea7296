import type { ConflictGround } from '../../contracts/awards/council';

/** What a member stands for elsewhere, with each unit's way up: itself first. */
export interface MemberTies {
	accountId: number;
	unitPaths: readonly (readonly number[])[];
	teamIds: readonly number[];
	/** Rows of the roster of a team that are this person's. */
	rosterIds: readonly number[];
}

export interface CandidateTies {
	unitId: number;
	/** The unit and all above it. */
	unitPath: readonly number[];
	teamId: number | null;
	/** Of the person put forward. */
	rosterId: number | null;
	nominatedBy: number;
}

/** Why a member has no part in a nominee, and what exactly ties them: the same ground may hold twice. */
export interface Conflict {
	ground: ConflictGround;
	/** `unit:12`, `team:3`, `person:8`, or `nomination`. */
	tie: string;
}

/**
 * Why a member has no part in a nominee, so far as the product knows. The season's own unit and what is
 * above it stand over every nominee alike: they are nobody's conflict.
 */
export function deriveConflicts(
	seasonUnitPath: readonly number[],
	member: MemberTies,
	candidate: CandidateTies,
): Conflict[] {
	const found: Conflict[] = [];
	for (const path of member.unitPaths) {
		const [own] = path;
		if (own === undefined || seasonUnitPath.includes(own)) continue;
		const tie = `unit:${own}`;
		if (own === candidate.unitId) found.push({ ground: 'ownUnit', tie });
		else if (candidate.unitPath.includes(own)) found.push({ ground: 'unitBelow', tie });
		else if (path.includes(candidate.unitId)) found.push({ ground: 'unitAbove', tie });
	}
	const { teamId, rosterId } = candidate;
	if (rosterId !== null && member.rosterIds.includes(rosterId))
		found.push({ ground: 'ownTeam', tie: `person:${rosterId}` });
	else if (teamId !== null && member.teamIds.includes(teamId))
		found.push({ ground: 'ownTeam', tie: `team:${teamId}` });
	if (candidate.nominatedBy === member.accountId)
		found.push({ ground: 'nominated', tie: 'nomination' });
	return found;
}
