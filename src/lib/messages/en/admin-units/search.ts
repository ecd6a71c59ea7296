import type { Messages } from '../../types';

export const search: Messages['search'] = {
	title: 'Find a commune',
	lead: 'Type the name of a commune, ward or village, a former name or district, or a unit’s code. Accents are not needed.',
	label: 'Name or code',
	submit: 'Search',
	suggestions: (count) => `${count} suggestions. Choose with the arrow keys, open with Enter.`,
	suggestionsFailed: 'No suggestions at the moment. Press Enter to search on a page of its own.',
	tooShort: 'Type at least 2 characters.',
	found: (count, text) => `${count} results for “${text}”`,
	none: (text) => `Nothing found for “${text}”`,
	noneHints: [
		'Type less, such as the name alone: “Đèo Gia”.',
		'Try the name after the merger, or the former one before 1 July 2025.',
		'Type the five digits of the unit’s official code.',
	],
	more: 'Only the nearest results are shown. Type more to narrow them down.',
	formerSpan: (from, to) => `existed from ${from} until ${to}`,
	nowIn: ', now in ',
};
