import type { DigitalSkill, MemberOrigin, MemberRole, TeamKind } from '../../contracts/teams/teams';
import { teamSize, type KnownSize } from '../../contracts/teams/size';
import type { PlaceUnit } from './places';

/** A team as `saveTeams` takes it, and what a list once stated of its size. */
export interface RegisterTeam {
	id: number;
	unitId: number;
	name: string;
	kind: TeamKind;
	foundedOn: string;
	reestablishedOn: string | null;
	closedOn: string | null;
	zaloGroupName: string;
	zaloGroupLink: string;
	size: KnownSize;
}

/** A row of a roster as `saveMembers` takes it. */
export interface RegisterMember {
	id: number;
	teamId: number;
	fullName: string;
	role: MemberRole;
	position: string;
	organisation: string;
	organisationKind: MemberOrigin | null;
	smartphone: boolean | null;
	youth: boolean;
	phone: string | null;
	skills: DigitalSkill[];
	fromOn: string;
	untilOn: string | null;
	continuesId: number | null;
}

/** Where an account meets teams, as of a day. Internal: names and phones. */
export interface Register {
	/** Communes that the account keeps wholly or in part, with all their villages. */
	units: PlaceUnit[];
	/** Of these units: all that aren't closed on the day, those founded later included. */
	teams: RegisterTeam[];
	/** Everybody who ever served in these teams, in order of their first day. */
	members: RegisterMember[];
}

export const servesOn =
	(day: string) =>
	({ fromOn, untilOn }: Pick<RegisterMember, 'fromOn' | 'untilOn'>): boolean =>
		fromOn <= day && (untilOn === null || untilOn > day);

/** A team that no list has spoken of. */
export const unknownSize: KnownSize = { stated: null, rosterCompleteOn: null };

/** How many members a team counts on a day. */
export const sizeOf = (size: KnownSize, serving: number, day: string): number =>
	teamSize(size, serving, day).members;

export const byTeam = (members: readonly RegisterMember[]): Map<number, RegisterMember[]> =>
	grouped(members, ({ teamId }) => teamId);

export const byUnit = (teams: readonly RegisterTeam[]): Map<number, RegisterTeam[]> =>
	grouped(teams, ({ unitId }) => unitId);

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
	const groups = new Map<Key, Item[]>();
	for (const item of items) {
		const group = groups.get(keyOf(item));
		if (group) group.push(item);
		else groups.set(keyOf(item), [item]);
	}
	return groups;
}
