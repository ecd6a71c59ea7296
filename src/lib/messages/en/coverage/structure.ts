import type { OpenMessages } from '../../types';

export const structure: OpenMessages['structure'] = {
	title: (place) => `${place} within today’s boundaries`,
	back: 'Show within the boundaries of that month',
	lead: (month, day) =>
		`Approved figures of ${month}, carried over to the communes that exist since ${day}. Whole units add up; units that were split divide only by a declared share.`,
	month: 'Month',
	show: 'Show',
	picture: (place, month) =>
		`Map of ${place} within today’s boundaries: households able in all five skills, ${month}`,
	legend: 'Households able in all five skills; columns: communes',
	total: (able, base) => `${able} of ${base} households that were reported`,
	register: (households) => `Households on the register: ${households}.`,
	table: 'Commune by commune',
	columns: {
		unit: 'Commune',
		share: 'Able in all five',
		households: 'Households on the register',
		note: 'Note',
	},
	estimated: 'estimated',
	incomplete: 'without what could not be divided',
	undividedTitle: 'Not divided',
	undividedText:
		'These former units were split between several new ones, and no share was declared. Their figures count nowhere, and nothing is guessed.',
	undividedItem: (unit, households, successors) =>
		`${unit} (${households} households): now in ${successors}`,
	leftOutTitle: 'Not known where they went',
	leftOutText:
		'Nothing on record says which new unit these former ones went to. Their figures and households count nowhere.',
	leftOutItem: (unit, households) => `${unit} (${households} households)`,
	unknownHouseholds: 'unknown number of',
	none: 'There is no unit within these boundaries yet.',
};
