import type { Messages } from '../../types';

export const compare: Messages['compare'] = {
	title: 'Compare communes',
	lead: 'Two to four communes side by side, of the same month and on the same scale. This is no ranking: places with many households or in hard country have their own circumstances.',
	caption: (month) => `Approved figures of ${month}`,
	households: 'Households on the register',
	unknown: 'not known',
	trend: 'Last 24 months, all five skills',
	fromTo: (first, last) => `from ${first} to ${last}`,
	scale: 'Every bar and line is drawn from 0% to 100%.',
	remove: (unit) => `Take ${unit} out of the table`,
	removeShort: 'Remove',
	choose: 'Choose a commune',
	add: 'Add a commune',
	search: 'Name or code',
	find: 'Find',
	alike: 'With about as many households:',
	found: (text) => `Found for “${text}”:`,
	none: (text) => `No commune matches “${text}”.`,
	full: (most) => `The table holds ${most} already. Remove one to add another.`,
	with: 'Compare with others',
};
