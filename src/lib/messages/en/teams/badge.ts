import type { OpenMessages } from '../../types';

export const badge: OpenMessages['badge'] = {
	title: 'Check a member’s badge',
	valid: 'A member of the team',
	validOn: (date) => `The badge is valid today, ${date}.`,
	ended: 'No longer a member of the team',
	endedOn: (date) => `Today, ${date}, this badge is not valid any more.`,
	name: 'Name',
	team: 'Team',
	place: 'Where',
	advice:
		'Members of the team never ask for a password, a one-time code or a transfer of money. If somebody does, refuse and tell the commune’s police.',
	unknownTitle: 'Not a member',
	unknownText:
		'This code belongs to no member of a community digital technology team. Give the bearer neither your phone nor papers nor codes, and tell the commune’s police.',
	waitTitle: 'Try again in a minute',
	waitText: 'Too many badges were checked from this network at once.',
};
