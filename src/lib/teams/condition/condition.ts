import { teamStandings, type TeamStanding, type TeamsFigures } from '../../contracts/wall';

/** Nobody new for so many months: the team is ageing. */
export const ageingMonths = 24;

/** What is known of one team on a day. */
export interface TeamCondition {
	communeId: number;
	silent: boolean;
	/** Fewer members than a rule that binds it demands. */
	thin: boolean;
	ageing: boolean;
	/** The roster names everybody, and nobody on it is a youth. */
	withoutYouth: boolean;
}

const standingOf = (team: TeamCondition): TeamStanding =>
	teamStandings.find((standing) => standing === 'sound' || team[standing]) ?? 'sound';

/** How many teams are in which condition; a team counts in each that holds, and is drawn in the first. */
export function countConditions(
	teams: readonly TeamCondition[],
): Pick<TeamsFigures, 'total' | 'active' | 'thin' | 'ageing' | 'withoutYouth' | 'drawn'> {
	const many = (is: (team: TeamCondition) => boolean) => teams.filter(is).length;
	const drawn: Record<TeamStanding, number> = {
		...{ silent: 0, thin: 0, ageing: 0, withoutYouth: 0, sound: 0 },
	};
	for (const team of teams) drawn[standingOf(team)] += 1;
	return {
		total: teams.length,
		active: many(({ silent }) => !silent),
		thin: many(({ thin }) => thin),
		ageing: many(({ ageing }) => ageing),
		withoutYouth: many(({ withoutYouth }) => withoutYouth),
		drawn,
	};
}

/** Communes with most teams that need looking at: silent, or too few. */
export function mostTroubled(
	teams: readonly TeamCondition[],
	count: number,
): { communeId: number; teams: number; troubled: number }[] {
	const communes = new Map<number, { communeId: number; teams: number; troubled: number }>();
	for (const { communeId, silent, thin } of teams) {
		const commune = communes.get(communeId) ?? { communeId, teams: 0, troubled: 0 };
		commune.teams += 1;
		commune.troubled += silent || thin ? 1 : 0;
		communes.set(communeId, commune);
	}
	return [...communes.values()]
		.filter(({ troubled }) => troubled > 0)
		.sort(
			(one, other) =>
				other.troubled - one.troubled ||
				other.troubled / other.teams - one.troubled / one.teams ||
				one.communeId - other.communeId,
		)
		.slice(0, count);
}
