import type { MemberRole } from '../../contracts/teams/teams';
import type { UnitKind } from '../../contracts/admin-units';

/** One line of the form, as it goes out. */
export interface ListedTeam {
	/** `Xã Hòa Thịnh`. */
	commune: string;
	name: string;
	members: number;
	leader: string;
	position: string;
	phone: string;
}

/** The form of guidance 002, filled: its teams are in the order of their communes. */
export interface TeamList {
	unit: { kind: UnitKind; name: string; code: string };
	/** `YYYY-MM-DD`. */
	day: string;
	teams: ListedTeam[];
	letter: CoveringLetter;
}

/** What the paper around the list says; an empty text leaves room to fill in by hand. */
export interface CoveringLetter {
	addressee: string;
	/** Which paper asks for the list: `Công văn số 405/STTTT-CNTT ngày 25/3/2022 của … về việc …`. */
	basis: string;
}

export const blankLetter: CoveringLetter = { addressee: '', basis: '' };

/** Everybody in the teams of a unit: an annex of its own. Internal. */
export interface MemberList {
	unit: TeamList['unit'];
	/** `YYYY-MM-DD`. */
	day: string;
	teams: {
		name: string;
		commune: string;
		members: { fullName: string; role: MemberRole; position: string; phone: string }[];
	}[];
}

export const countMembers = ({ teams }: MemberList): number =>
	teams.reduce((sum, { members }) => sum + members.length, 0);

/** The teams of each commune, numbered from 1 in each. */
export function byCommune(
	teams: readonly ListedTeam[],
): { commune: string; teams: ListedTeam[] }[] {
	const blocks: { commune: string; teams: ListedTeam[] }[] = [];
	for (const team of teams) {
		const last = blocks.at(-1);
		if (last?.commune === team.commune) last.teams.push(team);
		else blocks.push({ commune: team.commune, teams: [team] });
	}
	return blocks;
}
