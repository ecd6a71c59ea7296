import type { Messages } from '../../types';

export const practices: Messages['practices'] = {
	title: 'Good practices',
	lead: 'What community digital technology teams have done well, for others to take up.',
	skill: 'Skill',
	allSkills: 'All',
	generalSkill: 'Several skills',
	show: 'Show',
	none: 'Nothing was published yet.',
	noMatch: 'Nothing was published on this skill yet.',
	by: (unit) => `Community digital technology team of ${unit}`,
	published: (date) => `Published on ${date}`,
	doing: 'What was done',
	result: 'Result',
	photos: 'Photos',
	back: 'Back to the good practices',
	pages: 'Pages of good practices',
	previous: 'Newer',
	next: 'Older',
	position: (page) => `Page ${page}`,
};
