import type { WorkMessages } from '../../types';

export const teamGroups: WorkMessages['teams']['groups'] = {
	title: 'Zalo groups of the teams',
	lead: 'Which team has a group, whether its name is right, which villages have a group of their households, and who is the contact.',
	search: 'Find by commune, village, team or group',
	shows: {
		all: 'Every team',
		withoutGroup: 'Teams without a Zalo group',
		otherName: 'Groups named otherwise',
		withoutHouseholdGroup: 'Villages without a household group',
		withoutContact: 'Teams without a contact',
	},
	counts: {
		withGroup: 'teams with a Zalo group',
		named: 'teams with a rightly named group',
		households: 'village teams with a household group',
		contact: 'teams with a contact',
	},
	columns: {
		code: 'Unit code',
		unit: 'Place',
		above: 'Part of',
		team: 'Team',
		expected: 'Prescribed name',
		group: 'Team’s group',
		standing: 'Name of the group',
		households: 'Household group',
		parties: 'In the group',
		contact: 'Zalo contact',
	},
	none: 'None yet',
	noContact: 'No contact yet',
	contacts: (count) => (count === '1' ? '1 person' : `${count} people`),
	download: 'Download this list (CSV)',
	pages: 'Pages of the list of Zalo groups',
};
