import type { Messages } from '../../types';

export const home: Messages['home'] = {
	news: {
		title: (month) => `What is new in ${month}`,
		none: 'Nothing new has been published this month.',
		communes: (count) => `${count} communes with newly published figures`,
		corrected: (count) => `${count} monthly figures of communes corrected`,
		answered: (count) => `${count} difficulties and proposals answered`,
		practice: 'A new good practice:',
	},
	answers: 'Difficulties that were answered',
	allAnswers: 'See all proposals and answers',
	ways: 'Go on',
	mine: {
		title: 'My commune',
		choose: 'Choose my commune',
		forget: 'Forget',
		note: 'Only this device remembers; nothing is sent.',
	},
};
