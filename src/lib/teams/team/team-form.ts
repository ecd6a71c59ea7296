import type { TeamFacts } from './view';

/** The fields that say what is wrong beside themselves. */
export const teamFields = [
	'name',
	'foundedOn',
	'reestablishedOn',
	'zaloGroupName',
	'zaloGroupLink',
] as const;

/** The form's fields as a row that `saveTeams` parses. */
export const teamFromForm = (entered: Record<string, string>) => ({
	name: entered['name'] ?? '',
	kind: entered['kind'],
	foundedOn: entered['foundedOn'] ?? '',
	reestablishedOn: entered['reestablishedOn'] || null,
	zaloGroupName: entered['zaloGroupName'] ?? '',
	zaloGroupLink: (entered['zaloGroupLink'] ?? '').trim(),
});

/** A stored team as the form shows it. */
export const formOfTeam = (team: TeamFacts): Record<string, string> => ({
	name: team.name,
	kind: team.kind,
	foundedOn: team.foundedOn,
	reestablishedOn: team.reestablishedOn ?? '',
	zaloGroupName: team.zaloGroupName,
	zaloGroupLink: team.zaloGroupLink,
});
