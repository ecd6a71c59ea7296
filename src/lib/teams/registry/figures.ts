import type { RegistryIndicator } from '../../contracts/teams/registry-figures';
import { boardKind, type TeamKind, type TeamLevel } from '../../contracts/teams/teams';
import { teamSize, type KnownSize } from '../../contracts/teams/size';

/** A team as its figures need it. */
export interface CountedTeam extends KnownSize {
	unitId: number;
	level: TeamLevel;
	kind: TeamKind;
	/** On the roster. */
	named: number;
	youths: number;
	reestablishedOn: string | null;
	hasZaloGroup: boolean;
	hasHouseholdGroup: boolean;
	/** A yearly plan of the day's year, and working rules. */
	hasPlan: boolean;
	hasRules: boolean;
}

/** What the registry says of a unit and everything below it on a day. */
export interface RegistryFigures {
	communes: Covered;
	villages: Covered;
	teams: number;
	members: number;
	communeTeamMembers: number;
	youths: number;
	/** Ever until the day. */
	reestablished: number;
	communeZaloGroups: number;
	villageZaloGroups: number;
	householdGroups: number;
	/** Steering boards, which are no teams. */
	boards: number;
	plans: number;
	rules: number;
}

interface Covered {
	all: number;
	withTeam: number;
}

export function countRegistry(
	all: readonly CountedTeam[],
	places: { communes: number; villages: number },
	day: string,
): RegistryFigures {
	const teams = all.filter(({ kind }) => kind !== boardKind);
	const sum = (pick: (team: CountedTeam) => number, among = teams) =>
		among.reduce((total, team) => total + pick(team), 0);
	const many = (is: (team: CountedTeam) => boolean, among = teams) => among.filter(is).length;
	const ofLevel = (level: TeamLevel) => teams.filter((team) => team.level === level);
	const covered = (level: TeamLevel, number: number): Covered => ({
		all: number,
		withTeam: new Set(ofLevel(level).map(({ unitId }) => unitId)).size,
	});
	const members = (team: CountedTeam) => teamSize(team, team.named, day).members;
	return {
		communes: covered('commune', places.communes),
		villages: covered('village', places.villages),
		teams: teams.length,
		members: sum(members),
		communeTeamMembers: sum(members, ofLevel('commune')),
		youths: sum(({ youths }) => youths),
		reestablished: many(
			({ reestablishedOn }) => reestablishedOn !== null && reestablishedOn <= day,
		),
		communeZaloGroups: many(({ hasZaloGroup }) => hasZaloGroup, ofLevel('commune')),
		villageZaloGroups: many(({ hasZaloGroup }) => hasZaloGroup, ofLevel('village')),
		householdGroups: many(({ hasHouseholdGroup }) => hasHouseholdGroup),
		boards: all.length - teams.length,
		plans: many(({ hasPlan }) => hasPlan),
		rules: many(({ hasRules }) => hasRules),
	};
}

/** The same as a report's form asks for it; what a place can't have is left out, and so is an empty registry. */
export function reportedFigures(
	figures: RegistryFigures,
): Partial<Record<RegistryIndicator, number>> {
	const { communes, villages, teams } = figures;
	if (teams === 0) return {};
	return {
		...(communes.all === 0
			? {}
			: {
					communesWithTeam: communes.withTeam,
					communesRequired: communes.all,
					communeTeamMembers: figures.communeTeamMembers,
					communeZaloGroups: figures.communeZaloGroups,
				}),
		...(villages.all === 0
			? {}
			: {
					villagesWithTeam: villages.withTeam,
					villagesRequired: villages.all,
					villageZaloGroups: figures.villageZaloGroups,
				}),
		members: figures.members,
		youthMembers: figures.youths,
		teamsReestablished: figures.reestablished,
	};
}
