import { zaloParties } from '../../contracts/teams/teams';
import type { TeamFacts } from './view';

/** The fields that say what is wrong beside themselves. */
export const teamFields = [
	'name',
	'foundedOn',
	'reestablishedOn',
	'zaloGroupName',
	'zaloGroupLink',
	'householdGroupName',
	'householdGroupLink',
] as const;

/** The form's fields as a row that `saveTeams` parses. */
export const teamFromForm = (entered: Record<string, string>) => ({
	name: entered['name'] ?? '',
	kind: entered['kind'],
	foundedOn: entered['foundedOn'] ?? '',
	reestablishedOn: entered['reestablishedOn'] || null,
	zaloGroupName: entered['zaloGroupName'] ?? '',
	zaloGroupLink: (entered['zaloGroupLink'] ?? '').trim(),
	// Asked only where the level has them; what wasn't asked stays as it is.
	householdGroupName: entered['householdGroupName'],
	householdGroupLink: entered['householdGroupLink']?.trim(),
	zaloParties:
		entered['asksParties'] === undefined
			? undefined
			: zaloParties.filter((party) => entered[`party.${party}`] === 'on'),
});

/** A stored team as the form shows it, what was typed before it. */
export const formOfTeam = (
	team: TeamFacts,
	entered: Record<string, string> = {},
): Record<string, string> => ({
	name: team.name,
	kind: team.kind,
	foundedOn: team.foundedOn,
	reestablishedOn: team.reestablishedOn ?? '',
	zaloGroupName: team.zaloGroupName,
	zaloGroupLink: team.zaloGroupLink,
	householdGroupName: team.householdGroupName,
	householdGroupLink: team.householdGroupLink,
	// A box that was unticked is not sent at all.
	...(entered['asksParties'] === undefined
		? Object.fromEntries(team.zaloParties.map((party) => [`party.${party}`, 'on']))
		: {}),
	...entered,
});
