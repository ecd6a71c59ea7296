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
}

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
