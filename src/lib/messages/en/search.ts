import type { Messages } from '..';

export const search: Messages['search'] = {
	title: 'Find a commune',
	lead: 'Type the name of a commune, ward or village, or a unit’s code. Accents are not needed.',
	label: 'Name or code',
	submit: 'Search',
	tooShort: 'Type at least 2 characters.',
	found: (count, text) => `${count} results for “${text}”`,
	none: (text) => `Nothing found for “${text}”`,
	noneHints: [
		'Type less, such as the name alone: “Đèo Gia”.',
		'Try the name after the merger, or the former one before 1/7/2025.',
		'Type the five digits of the unit’s official code.',
	],
	more: 'Only the nearest results are shown. Type more to narrow them down.',
	current: 'Units of today',
	former: 'Former units',
	formerSpan: (from, to) => `existed from ${from} until ${to}`,
};
