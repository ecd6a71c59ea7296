import type { OpenMessages } from '../../types';

export const around: OpenMessages['around'] = {
	events: {
		title: 'What explains the line',
		formed:
			'This unit was formed by a reorganisation; figures before are those of its predecessors.',
		corrected: (month, cause) => `Figures of ${month} corrected: ${cause}.`,
		target: (share, year) => `Target for ${year} set: ${share} of households.`,
	},
	activities: {
		title: (month) => `Activities in ${month}`,
		none: 'No approved counts of activities for this month yet.',
	},
	difficulties: {
		title: 'Difficulties raised',
		none: 'No difficulty or proposal has been raised.',
		counts: (asked, answered) =>
			`${asked} difficulties and proposals raised; ${answered} of them answered.`,
		ledger: 'See those of all communes',
	},
	practices: 'Good practices',
	neighbours: 'Communes that border on it',
	alike: 'With about as many households',
	compare: (name) => `compare with ${name}`,
	asOf: {
		title: 'This page as it stood on an earlier day',
		label: 'Day',
		submit: 'Show',
		heading: (name, day) => `${name}, as published by the end of ${day}`,
		lead: 'The figures that everybody could see at the end of this day. What was corrected later still has its former value here.',
		nothing: 'No figure of this unit had been published by the end of this day.',
		figures: (month) => `Figures of ${month}`,
		trend: 'All five skills, month by month',
		measure: 'Indicator',
		share: 'Share',
		households: 'Households',
		month: 'Month',
		now: 'The page of today',
	},
	feed: {
		title: (name) => `${name}: newly published figures`,
		published: (month) => `Figures of ${month}`,
		corrected: (month) => `Figures of ${month}, corrected`,
		link: 'Follow by Atom',
	},
	code: 'QR code that leads to this page',
};
