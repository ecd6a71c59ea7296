import * as v from 'valibot';
import type { TeamSize } from '../../contracts/teams/size';
import { searchKey } from '../../contracts/text/search-key';
import { teamKinds, type TeamKind } from '../../contracts/teams/teams';
import { byRole } from '../composition';
import { Day } from '../days';
import type { Member } from '../team/view';

const Id = v.pipe(v.number(), v.integer(), v.minValue(1));

export const MergerInput = v.strictObject({
	teamIds: v.pipe(
		v.array(Id),
		v.transform((ids) => [...new Set(ids)].sort((a, b) => a - b)),
		v.minLength(2, 'at least two teams'),
	),
	/** One of the teams' units: where the merged team belongs and reports. */
	unitId: Id,
	name: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(200)),
	kind: v.picklist(teamKinds),
	/** First day of the merged team, and the first without the others. */
	mergedOn: Day,
	/** The member who leads from then on; null: whoever led, if only one did. */
	leaderId: v.nullable(Id),
	/** Number of the decision; empty when there is none yet. */
	decision: v.pipe(v.string(), v.trim(), v.maxLength(60)),
});
export type MergerInput = v.InferOutput<typeof MergerInput>;

/** One team to be made of several. */
export interface PlannedTeam {
	unitId: number;
	name: string;
	kind: TeamKind;
	teamIds: readonly number[];
	/** `continuesId` names the row that each one comes from. */
	roster: readonly Member[];
	/** How many members lists state; null where rosters name everybody. */
	stated: number | null;
}

/**
 * The roster that a merger gives: everybody of the teams, who was in two of them once. One leads;
 * other leaders become deputies. `continuesId` names the row that each one comes from.
 */
export function planRoster(members: readonly Member[], leaderId: number | null): Member[] {
	const people: Member[] = [];
	for (const member of [...members].sort((a, b) => byRole(a.role, b.role) || a.id - b.id)) {
		const person = people.find((other) => samePerson(other, member));
		if (!person) {
			people.push({ ...member, continuesId: member.id });
			continue;
		}
		person.youth ||= member.youth;
		person.zaloContact ||= member.zaloContact;
		person.phone ??= member.phone;
		person.skills = [...new Set([...person.skills, ...member.skills])].sort();
		// Whoever was chosen to lead may have been chosen by another of their rows.
		if (member.id === leaderId) person.continuesId = member.id;
	}
	const leaders = people.filter(({ role }) => role === 'leader');
	const chosen =
		people.find(({ continuesId }) => continuesId === leaderId) ??
		(leaders.length === 1 ? leaders[0] : undefined);
	return people
		.map((person): Member => ({
			...person,
			role: person === chosen ? 'leader' : person.role === 'leader' ? 'deputy' : person.role,
		}))
		.sort((a, b) => byRole(a.role, b.role));
}

/**
 * How many members lists state of the teams together; null where their rosters name everybody. Lists
 * name no members, so that nobody can tell who is in two of the teams beyond those that rosters name twice.
 */
export function mergedSize(sizes: readonly TeamSize[], twice: number): number | null {
	if (sizes.every(({ complete, stated }) => complete || stated === null)) return null;
	return sizes.reduce((sum, { members }) => sum + members, 0) - twice;
}

const samePerson = (one: Member, other: Member) =>
	searchKey(one.fullName) === searchKey(other.fullName) &&
	(one.phone === null || other.phone === null || one.phone === other.phone);
