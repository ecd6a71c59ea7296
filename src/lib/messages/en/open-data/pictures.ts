import type { OpenMessages } from '../../types';

export const pictures: OpenMessages['pictures'] = {
	approved: (date) => `approved ${date}`,
	number: (number) => `change number ${number}`,
	source: 'Source: approved reports of community digital technology teams',
	legend: (ability) => `Households with somebody who ${ability}; number of communes`,
	noCommunes: 'No communes chosen to be compared.',
};
