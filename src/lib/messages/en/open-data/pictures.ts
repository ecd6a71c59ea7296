import type { OpenMessages } from '../../types';

export const pictures: OpenMessages['pictures'] = {
	approved: (date) => `approved ${date}`,
	number: (number) => `change number ${number}`,
	source: 'Source: approved reports of community digital technology teams',
	legend: (ability) => `Households with somebody who ${ability}; number of communes`,
	/** Of two measures beside one another. */
	bothLegend: 'Share of households with somebody able; number of communes',
	/** Where counts of two maps stand. */
	sides: 'left | right',
	noCommunes: 'No communes chosen to be compared.',
};
