import type { ConflictGround } from '../../contracts/award-council';

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

/**
 * Why a member has no part in a nominee, so far as the product knows. The season's own unit and what is
 * above it stand over every nominee alike: they are nobody's conflict.
 */
export function deriveConflicts(
	seasonUnitPath: readonly number[],
	member: MemberTies,
	candidate: CandidateTies,
): ConflictGround[] {
	const grounds = new Set<ConflictGround>();
	for (const path of member.unitPaths) {
		const [own] = path;
		if (own === undefined || seasonUnitPath.includes(own)) continue;
		if (own === candidate.unitId) grounds.add('ownUnit');
		else if (candidate.unitPath.includes(own)) grounds.add('unitBelow');
		else if (path.includes(candidate.unitId)) grounds.add('unitAbove');
	}
	const inTeam = candidate.teamId !== null && member.teamIds.includes(candidate.teamId);
	const isSelf = candidate.rosterId !== null && member.rosterIds.includes(candidate.rosterId);
	if (inTeam || isSelf) grounds.add('ownTeam');
	if (candidate.nominatedBy === member.accountId) grounds.add('nominated');
	return [...grounds];
}
