import type { awardShortlist as vi } from '../../vi/awards/shortlist';

export const awardShortlist: typeof vi = {
	title: 'Reference list',
	lead: 'Ordered by the criteria in force, from approved figures, with how sure each place is. The list is for reference: people decide.',
	noCriteria:
		'No criteria are in force for this category. Until they are, nobody sees where a unit stands.',
	noCategory:
		'This season has no collective category: individuals are compared by evidence, not scored.',
	noBoard: 'The criteria count nothing on this board.',
	frozen: (date) =>
		`This list shows the figures and criteria that were frozen on ${date}: corrections approved since change no score and no place.`,
	toFreeze: 'See what was frozen, and the corrections since',
	category: 'Category',
	board: 'Board',
	boards: { level: 'Level', growth: 'Growth' },
	band: 'Band',
	allBands: 'All bands',
	bandOf: (band) => `Band ${band}`,
	search: 'Search by name',
	apply: 'Show',
	found: (found, placed) => `${found} of ${placed} units with a place`,
	peersOf: (name) => `${name} and the units most alike in households and kind`,
	allUnits: 'Show all',
	caption: (category, board) => `${category}: ${board}`,
	print: {
		whole: (found) => `Show all ${found} units on one page, to print`,
		inPages: 'Cut into pages',
		search: (text) => `names with “${text}”`,
	},
	columns: {
		place: 'Place',
		name: 'Unit',
		households: 'Households',
		trend: 'Trend',
		score: 'Score',
		band: 'Band',
		set: 'Range of places',
		top: 'Among the top',
		steps: 'To the band above',
	},
	sortBy: (column) => `Sort by: ${column}`,
	shared: 'shared place',
	unknown: 'unknown',
	range: (low, high) => (low === high ? low : `${low}–${high}`),
	spread: {
		method: (range) => `by the method: ${range}`,
		sampling: (range) => `by the sample: ${range}`,
		both: (range) => `both: ${range}`,
		check: (place) => `arithmetic mean: place ${place}`,
	},
	step: (criterion, from, to) => `${criterion}: ${from} → ${to}`,
	noStep: 'No criterion is enough by itself.',
	firstBand: 'Already in the first band.',
	peers: 'Peers',
	small: {
		above: 'coverage higher than chance explains',
		below: 'coverage lower than chance explains',
		within: '',
	},
	explain: ({ draws, top, weights, goalposts, confidence }) =>
		`Computed ${draws} times, each with another method (weights ± ${weights}, goalposts ± ${goalposts}, two means) and another error of the samples, at once for all units. The ranges hold for the whole table at once in ${confidence} of the times; units of one band can't be told from its first. Top: ${top} places.`,
	plot: 'Ranges of places of the units on this page',
	plotOf: (name, place, range) => `${name}: place ${place}, range ${range}`,
	funnel: {
		title: 'Coverage and size',
		lead: (all, inner, outer) =>
			`Units of few households stray far by chance alone. All together have ${all}; the inner lines are the limits of ${inner}, the outer ones of ${outer}.`,
		households: 'Households',
		share: 'Coverage',
		standing: 'Against all',
		standings: { within: 'within the limits', above: 'higher', below: 'lower' },
		table: 'Show the figures',
	},
	apart: {
		title: (count) => `Without a place: ${count} units`,
		reasons: {
			incomplete: (share) => `only ${share} of the weight is known`,
			required: (share) => `a required criterion is missing (${share} known)`,
		},
		missing: (criteria) => `missing: ${criteria}`,
	},
	weights: {
		title: 'Nominal weights and real influence',
		criterion: 'Criterion',
		nominal: 'Weight',
		effective: 'Real influence',
		note: 'Real influence: the part of the differences in score that the criterion makes.',
		copy: (one, other, correlation) =>
			`“${one}” nearly repeats “${other}” (correlation ${correlation}): the same thing counts twice.`,
		opposite: (one, other, correlation) =>
			`“${one}” nearly always goes against “${other}” (correlation ${correlation}): what one gives, the other takes away.`,
	},
	pages: {
		label: 'Pages',
		previous: 'Previous',
		next: 'Next',
		of: (page, pages) => `Page ${page} of ${pages}`,
	},
	peerGroups: {
		notYet:
			'The peer groups of this category are not fixed yet. Fix them before data begin to count, from households, density, kind of place and terrain (mountains, islands).',
		tooLate:
			'Peer groups were not fixed before data began to count: those below follow from the data of today.',
		fix: 'Fix the peer groups',
		fixed: 'The peer groups are fixed.',
		change: "Change this unit's peers",
		changed: 'The peers are changed; the reason is public.',
		keep: 'Keep in the group',
		add: 'Add to the group',
		nobody: '(nobody)',
		reason: 'Reason',
		hint: "Everybody can read it on the season's public page.",
		save: 'Save the group',
		problems: {
			text: 'Give a reason of at least 5 letters.',
			tooLong: 'Too long.',
			peers: 'A group needs 1 to 30 other units of the category.',
			choose: 'Choose one from the list.',
			other: 'Not right yet.',
		},
	},
};
