import type { WorkMessages } from '../../types';

export const teamSupport: WorkMessages['teams']['support'] = {
	title: 'Who looks after the team',
	silent: (months) => `The team has had no report and no log entry in the last ${months} months.`,
	silentTeams: (teams, months) =>
		`Teams without a report or a log entry in the last ${months} months: ${teams}.`,
	showSilent: 'Show them',
};
