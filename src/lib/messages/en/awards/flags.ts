import type { WorkMessages } from '../../types';

export const awardFlags: WorkMessages['awardFlags'] = {
	title: 'Signs to be explained',
	lead: 'What honest reports seldom show, with the reports it was seen in. A sign takes nothing from a score: the unit answers in writing, people judge.',
	none: 'Nothing has been noted about the units that you may see.',
	unit: 'Unit',
	kinds: 'Signs',
	state: 'State',
	open: 'Not yet answered',
	answered: 'Answered',
	openCount: (open, all) => `${open} of ${all} not answered`,
	found: (units, open) => `Signs in ${units} units, of which ${open} have yet to answer.`,
	filter: 'Show',
	filters: { all: 'All', open: 'Not yet answered' },
	count: (all, open) =>
		open === '0' ? `Signs: ${all}, answered` : `Signs: ${all}, not answered: ${open}`,
	back: "Back to the season's signs",
	toUnit: 'See reports and answer',
	pages: { label: 'Pages', previous: 'Previous', next: 'Next', of: (page) => `Page ${page}` },
	codes: {
		jumpBeforeFreeze: 'Jump just before the freeze',
		reversalAfterFreeze: 'Reversal just after the freeze',
		roundNumbers: 'Too many round numbers',
		lastDigits: 'Unusual last digits',
		copies: 'The very same figures',
		fallingCounts: 'Cumulative counts that fall',
		aboveRegister: 'More than there are households',
		outcomeWithoutActivity: 'Outcome without activity',
		activityWithoutOutcome: 'Activity without outcome',
		oneAccount: 'One account that enters for many units',
		lateCorrections: 'Corrections in the last days',
	},
	cases: {
		jumpBeforeFreeze: ({ share }) =>
			`In the last month, the share of households with all five skills rose from ${share('from')} to ${share('to')}.`,
		reversalAfterFreeze: ({ share }) =>
			`After the freeze, the share of households with all five skills fell from ${share('from')} to ${share('to')}.`,
		roundNumbers: ({ number }) =>
			`${number('round')} of ${number('counts')} figures end in 0 or 5; by chance a fifth or so would.`,
		lastDigits: ({ number }) =>
			`Last digits are uneven: ${number('digit')} comes ${number('times')} times in ${number('counts')} figures; by chance a tenth or so would.`,
		copies: ({ number }) =>
			number('units') === '0'
				? `${number('months')} months have the very same ${number('figures')} figures.`
				: `${number('figures')} figures are the same as in reports of other units (${number('units')}).`,
		fallingCounts: ({ number }) =>
			`Cumulative counts that fell: ${number('counts')}; the deepest fall is from ${number('from')} to ${number('to')}.`,
		aboveRegister: ({ number }) =>
			`${number('households')} households were reported where there are ${number('most')} at most.`,
		outcomeWithoutActivity: ({ share }) =>
			`The share of households with all five skills rose from ${share('from')} to ${share('to')} without any activity in the log.`,
		activityWithoutOutcome: ({ number, share }) =>
			`${number('activities')} activities in the log, and the share of households with all five skills went from ${share('from')} to ${share('to')}.`,
		oneAccount: ({ number }) =>
			`One account filled in the form for ${number('units')} units as their own.`,
		lateCorrections: ({ number }) =>
			`${number('late')} of ${number('all')} corrections came in the last seven days before the freeze.`,
	},
	seenIn: 'Seen in',
	elsewhere: (count) => `and ${count} reports of other units`,
	reports: {
		title: 'The reports it was seen in',
		month: 'Report of',
		households: 'Households',
		able: 'All five skills',
		activities: 'Activities',
		corrections: 'Corrections',
		history: (unit, month) => `History of the report: ${unit}, ${month}`,
	},
	answers: "The unit's answer",
	by: (by, date) => `${by}, ${date}`,
	answer: {
		summary: 'Answer',
		more: 'Answer again',
		text: "The unit's explanation",
		hint: 'Say why, and from what source. The answer stays beside the sign as it is; the emulation committee reads it.',
		send: 'Send the answer',
		sent: 'The answer stands beside the sign.',
	},
	problems: {
		text: 'Please write a sentence at least.',
		tooLong: 'Too long: 2,000 characters at most.',
		other: 'Not right yet.',
	},
};
