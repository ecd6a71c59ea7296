import * as v from 'valibot';
import { ticketCategories, ticketKinds } from '../contracts/tickets';

export const longest = { text: 2000, publicText: 500 } as const;
/** Days without an answer after which a ticket rises a level, where nobody set another number. */
export const usualDays = 7;
export const mostDays = 90;

const Text = v.pipe(
	v.string('text'),
	v.trim(),
	v.minLength(5, 'text'),
	v.maxLength(longest.text, 'tooLong'),
);

const Id = v.pipe(v.number('choose'), v.integer('choose'), v.minValue(1, 'choose'));

/** A ticket as it is raised; messages are names of rules. */
export const NewTicket = v.object({
	unitId: Id,
	kind: v.picklist(ticketKinds, 'choose'),
	category: v.picklist(ticketCategories, 'choose'),
	text: v.pipe(Text, v.minLength(10, 'text')),
});

/** What is said with an answer, or when a ticket is opened again. */
export const Said = v.object({ text: Text });

/** A telephone or identity number, however it is grouped. */
const longNumber = /\d(?:[ .-]?\d){7,}/;

const PublicText = v.optional(
	v.pipe(
		v.string('text'),
		v.trim(),
		v.maxLength(longest.publicText, 'publicTooLong'),
		v.check((text) => !longNumber.test(text), 'longNumber'),
	),
	'',
);

/** An answer, and what of question and answer everybody may read: both of it or nothing. */
export const Answer = v.pipe(
	v.object({ text: Text, publicQuestion: PublicText, publicAnswer: PublicText }),
	v.forward(
		v.partialCheck(
			[['publicQuestion'], ['publicAnswer']],
			({ publicQuestion, publicAnswer }) => publicQuestion === '' || publicAnswer !== '',
			'bothPublic',
		),
		['publicAnswer'],
	),
	v.forward(
		v.partialCheck(
			[['publicQuestion'], ['publicAnswer']],
			({ publicQuestion, publicAnswer }) => publicAnswer === '' || publicQuestion !== '',
			'bothPublic',
		),
		['publicQuestion'],
	),
);

/** Closing needs no words. */
export const SaidIfAnything = v.object({
	text: v.pipe(v.string('text'), v.trim(), v.maxLength(longest.text, 'tooLong')),
});

export const TicketRule = v.object({
	unitId: Id,
	risesAfterDays: v.pipe(
		v.number('days'),
		v.integer('days'),
		v.minValue(1, 'days'),
		v.maxValue(mostDays, 'days'),
	),
});
