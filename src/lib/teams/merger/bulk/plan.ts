import * as v from 'valibot';
import { searchKey } from '../../../contracts/text/search-key';
import type { TeamSize } from '../../../contracts/teams/size';
import type { TeamKind } from '../../../contracts/teams/teams';
import type { UnitKind } from '../../../contracts/admin-units';
import { Day, holds } from '../../days';
import type { Member } from '../../team/view';
import { mergedSize, planRoster, type PlannedTeam } from '../plan';
import { leadingKinds } from './bulk-form';

export const BulkMergerInput = v.strictObject({
	/** A commune, district or province: all villages in it. */
	unitId: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** First day of the merged teams, and the first without the others. */
	mergedOn: Day,
	leaderOf: v.picklist(leadingKinds),
	/** Number of the decision; empty when there is none yet. */
	decision: v.pipe(v.string(), v.trim(), v.maxLength(60)),
});
export type BulkMergerInput = v.InferOutput<typeof BulkMergerInput>;

/** What a preview shows of a village: no more of its people than who leads. */
export const shownVillage = ({ unit, above, teams, refusal, leader, planned }: VillageMerger) => ({
	...{ unit, above, refusal, leader, name: planned.name, people: planned.roster.length },
	teams: teams.map(({ name }) => name),
});
export type ShownVillage = ReturnType<typeof shownVillage>;

/** A village with several teams. */
export interface VillageTeams {
	unit: { id: number; kind: UnitKind; name: string };
	above: { kind: UnitKind; name: string } | null;
	teams: { id: number; name: string; kind: TeamKind; foundedOn: string }[];
}

/** Why a village's teams stay apart; null: they become one. */
export type Refusal = 'noLeader' | 'beforeTeam' | 'membersLater' | null;

export interface VillageMerger extends VillageTeams {
	refusal: Refusal;
	/** Null without one. */
	leader: string | null;
	planned: PlannedTeam;
}

/**
 * What becomes of a village's teams: whoever leads alone goes on leading, of several the leader of the
 * kind that was asked for; without either there is no merger.
 */
export function planVillage(
	village: VillageTeams,
	{ mergedOn, leaderOf }: Pick<BulkMergerInput, 'mergedOn' | 'leaderOf'>,
	membersOf: ReadonlyMap<number, readonly Member[]>,
	sizes: ReadonlyMap<number, TeamSize>,
): VillageMerger {
	const teamIds = village.teams.map(({ id }) => id).sort((a, b) => a - b);
	const everybody = teamIds.flatMap((id) => membersOf.get(id) ?? []);
	const present = everybody.filter((member) => holds(member, mergedOn));
	const lead = leadOf(village, membersOf, { mergedOn, leaderOf });
	const roster = planRoster(present, lead?.id ?? null);
	const leader = roster.find(({ role }) => role === 'leader')?.fullName ?? null;
	const known = teamIds.flatMap((id) => sizes.get(id) ?? []);
	const [first] = village.teams;
	const named = village.teams.find(({ kind }) => kind === 'cnscd') ?? first;
	return {
		...village,
		refusal: refusalOf(village, everybody, mergedOn) ?? (leader === null ? 'noLeader' : null),
		leader,
		planned: {
			unitId: village.unit.id,
			name: named?.name ?? village.unit.name,
			kind: 'merged',
			teamIds,
			roster,
			stated: mergedSize(known, present.length - roster.length),
		},
	};
}

function leadOf(
	{ teams }: VillageTeams,
	membersOf: ReadonlyMap<number, readonly Member[]>,
	{ mergedOn, leaderOf }: Pick<BulkMergerInput, 'mergedOn' | 'leaderOf'>,
): Member | undefined {
	const leaders = teams.flatMap(({ id, kind }) =>
		(membersOf.get(id) ?? [])
			.filter((member) => member.role === 'leader' && holds(member, mergedOn))
			.map((member) => ({ kind, member })),
	);
	const people = new Set(leaders.map(({ member }) => searchKey(member.fullName)));
	if (people.size === 1) return leaders[0]?.member;
	const chosen = leaders.filter(({ kind }) => kind === leaderOf);
	return chosen.length === 1 ? chosen[0]?.member : undefined;
}

function refusalOf({ teams }: VillageTeams, members: readonly Member[], mergedOn: string): Refusal {
	if (teams.some(({ foundedOn }) => foundedOn >= mergedOn)) return 'beforeTeam';
	return members.some(({ fromOn }) => fromOn >= mergedOn) ? 'membersLater' : null;
}
