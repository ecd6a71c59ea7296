import type { OpenMessages } from '../../types';

export const indicatorPages: OpenMessages['indicatorPages'] = {
	title: 'Indicators',
	lead: 'What each number on this site means, how it is made, who reports it, and where it is weak.',
	back: 'All indicators',
	meaning: 'What it means',
	formula: 'How it is made',
	ratio: (numerator, denominator) => `${numerator} ÷ ${denominator}`,
	count: 'Counted directly; nothing is computed.',
	unit: 'Unit',
	time: 'Over several months',
	source: 'Document and clause',
	since: 'Figures since',
	never: 'nothing has been approved yet',
	reportedBy: 'Who reports it',
	places: { village: 'villages and communes', commune: 'communes' },
	nobody: 'nobody: it follows from two counts',
	code: 'Code in the open data',
	weaknesses: 'Known weaknesses',
	weak: {
		volunteers:
			'Volunteers count from door to door; households say what they are able to do, and nobody is examined.',
		coverage:
			'Only households that were visited count; where fewer than half were, no share is given.',
		hidden:
			'Small counts are withheld and written “< 5”; totals may leave out a few households of such places.',
		cumulative: 'It adds up over time: it does not fall when people move away or forget.',
		twice: 'Several organisations may tell of the same event; each tells of its own part alone.',
		organisations:
			'Where the responsible body has not reported, what communes say stands in for it.',
		turns: 'It counts turns, not people: somebody who comes three times counts three times.',
		people: 'One person may be counted in more than one place.',
	},
	trend: 'Over time',
	trendCaption: (name, place) => `${name}, ${place}, by month`,
	mapTitle: (month: string) => `Map, ${month}`,
	mapAlt: (name: string, place: string, month: string) =>
		`Map of ${place}, ${month}: ${name}, commune by commune`,
	mapCaption: (count: string) =>
		`${count} communes. The darker a commune, the higher its share of households; the table below has each one’s figure.`,
	table: (month) => `Place by place, ${month}`,
	columns: {
		month: 'Month',
		unit: 'Place',
		value: 'Value',
		able: 'Households able',
		base: 'Households surveyed',
	},
	hidden: '< 5',
	insufficient: 'Not enough data',
	none: 'None yet',
	map: 'See it on the map',
	data: 'Download the data',
	notPublic:
		'Figures of single places are not published: this indicator counts people, turns or money, so a small number could point at a person or a home. Communes and the province read it where they work.',
};
