import type { OpenMessages } from '../../types';

export const takeDowns: OpenMessages['takeDowns'] = {
	text: (date, reason) => `Taken down on ${date}: ${reason}`,
	reasons: {
		fewPeople: 'they could give away figures of too few households',
		wrongUnit: 'they are another unit’s figures',
		byOrder: 'at the request of a competent authority',
	},
};
