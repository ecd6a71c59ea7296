import type { OpenMessages } from '../../types';

export const correctionRequest: OpenMessages['correctionRequest'] = {
	title: 'Ask for a correction',
	lead: 'Is a figure of your commune wrong? Tell us. You need no account, and nobody asks for your name.',
	invite: 'Is a figure wrong? Ask for a correction',
	unit: 'Commune',
	unitHint: 'The name of a commune or village, a former name, or a code. Accents are not needed.',
	otherUnit: 'Choose another place',
	several: (text) =>
		`Not sent yet. “${text}” may be several places: choose the right commune and send again.`,
	month: 'Month of the wrong figure',
	anyMonth: 'Unknown, or several months',
	text: 'Which figure is wrong, and how do you know?',
	textHint: 'Write nobody’s name, phone or papers. Only whoever deals with it reads this.',
	submit: 'Send',
	note: 'Every request has a number. Whoever deals with it has to answer in public and give a reason; if you disagree you can open it again.',
	failed: 'Not sent. Please mend what is marked.',
	problems: {
		commune: 'No such commune was found. Try fewer letters, or its code.',
		month: 'Choose a month.',
		text: 'Please write a little more.',
		tooLong: 'The text is longer than 2,000 characters.',
		tooMany: 'Too much was sent from where you are. Try again in 10 minutes.',
		other: 'This is not right yet.',
	},
	find: { title: 'See what became of a request', label: 'Number of the request', submit: 'Show' },
	one: {
		title: (number) => `Request for correction no. ${number}`,
		sent: (number) =>
			`Received. Its number is ${number}. To see the outcome, come back to this page, or type that number on “Ask for a correction”.`,
		about: (unit, day) => `About figures of ${unit}, sent on ${day}.`,
		waits: (unit, days) => `It lies with ${unit} and has waited for ${days}.`,
		answered: (unit, day) => `${unit} answered on ${day}.`,
		question: 'Request',
		answer: 'Outcome and reason',
		reopen: 'Do you disagree? Open it again',
		reopenLabel: 'Why it should be looked at again',
		reopenSubmit: 'Open again',
		reopened: 'It is open again. Whoever deals with it will answer once more.',
		commune: 'The page of this commune',
	},
};
