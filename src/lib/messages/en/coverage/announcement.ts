import type { OpenMessages } from '../../types';

export const announcement: OpenMessages['announcement'] = {
	title: (unit) => `To be read out: ${unit}`,
	lead: 'About a minute for the local loudspeaker, in Vietnamese, with every number in words. Read it as it is or change it to suit the place.',
	source: (month) => `Approved figures of ${month}.`,
	back: 'Back to the page of the unit',
	print: 'Print large',
	nothing:
		'No figures to read out have been published yet. The text will be here once a report of the unit is approved.',
	loudspeaker: 'Text for the loudspeaker',
	card: 'Text for a message',
};
