import type { WorkMessages } from '../../types';

export const teamReestablishment: WorkMessages['teams']['reestablishment'] = {
	title: 'Re-establishment of teams',
	lead: 'How many teams of each commune are re-established, and which are not.',
	of: (done, teams) => `${done} of ${teams} teams re-established`,
	share: (percent) => `${percent} of the teams`,
	since: 'Re-established since',
	sinceHint: 'Left empty: whenever it was.',
	day: 'As of',
	show: 'Show',
	shows: { communes: 'By commune', missing: 'Teams not re-established' },
	apply: 'Show',
	months: 'By month',
	columns: {
		month: 'Month',
		added: 'In the month',
		total: 'Altogether',
		unit: 'Commune',
		teams: 'Teams',
		done: 'Re-established',
		missing: 'Not yet',
		team: 'Team',
		place: 'Place',
	},
	complete: 'Every team is re-established.',
	noTeams: 'There is no team on that day.',
	pages: 'Pages of the re-establishment',
};
