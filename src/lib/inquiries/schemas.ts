import * as v from 'valibot';
import { largestId } from '../contracts/text/address';
import { askedLevels, inquiryTemplates, questionKinds } from '../contracts/inquiries';
import { isDay } from '../contracts/local-time';

export const longest = {
	title: 200,
	note: 1000,
	label: 300,
	unit: 30,
	option: 150,
	options: 60,
	questions: 60,
	text: 2000,
} as const;
/** Far from where numbers stop being exact. */
export const largestNumber = 1_000_000_000_000;

const text = (most: number, least = 0) =>
	v.pipe(v.string('text'), v.trim(), v.minLength(least, 'text'), v.maxLength(most, 'tooLong'));
const Id = v.pipe(
	v.number('choose'),
	v.integer('choose'),
	v.minValue(1, 'choose'),
	v.maxValue(largestId, 'choose'),
);

const Deadline = {
	dueOn: v.pipe(v.string('day'), v.check(isDay, 'day')),
	dueTime: v.pipe(v.string('time'), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'time')),
};
/** The instant before which an answer is on time. */
const toInstant = ({ dueOn, dueTime }: { dueOn: string; dueTime: string }): Date =>
	new Date(`${dueOn}T${dueTime}:00+07:00`);

const Head = {
	title: text(longest.title, 5),
	reason: text(longest.note, 5),
	basis: text(longest.note),
	...Deadline,
	level: v.picklist(askedLevels, 'choose'),
};

/** An inquiry as it is begun; messages are names of rules. */
export const NewInquiry = v.pipe(
	v.object({ ...Head, unitId: Id, template: v.picklist(inquiryTemplates, 'choose') }),
	v.transform(({ dueOn, dueTime, ...rest }) => ({ ...rest, dueAt: toInstant({ dueOn, dueTime }) })),
);

export const ChangedInquiry = v.pipe(
	v.object({ ...Head, unitIds: v.array(Id) }),
	v.transform(({ dueOn, dueTime, ...rest }) => ({ ...rest, dueAt: toInstant({ dueOn, dueTime }) })),
);

const bound = v.nullable(
	v.pipe(
		v.number('number'),
		v.finite('number'),
		v.minValue(-largestNumber, 'number'),
		v.maxValue(largestNumber, 'number'),
	),
);

/** A question as it is written; of what its kind doesn't have nothing is kept. */
export const WrittenQuestion = v.pipe(
	v.object({
		kind: v.picklist(questionKinds, 'choose'),
		label: text(longest.label, 3),
		explanation: text(longest.note),
		required: v.boolean(),
		unit: text(longest.unit),
		least: bound,
		most: bound,
		summed: v.boolean(),
		options: v.pipe(v.array(text(longest.option, 1)), v.maxLength(longest.options, 'tooMany')),
		several: v.boolean(),
	}),
	v.transform((question) => ({
		...question,
		...(question.kind === 'number' ? {} : { unit: '', least: null, most: null, summed: false }),
		...(question.kind === 'choice' ? {} : { options: [], several: false }),
	})),
	v.forward(
		v.check(({ kind, options }) => kind !== 'choice' || options.length >= 2, 'twoOptions'),
		['options'],
	),
	v.forward(
		v.check(({ options }) => new Set(options).size === options.length, 'sameOption'),
		['options'],
	),
	v.forward(
		v.check(
			({ least, most }) => least === null || most === null || least <= most,
			'mostBelowLeast',
		),
		['most'],
	),
);

export const Reasoned = v.object({ reason: text(longest.note, 5) });

export const Extension = v.pipe(
	v.object({ ...Deadline, reason: text(longest.note, 5) }),
	v.transform(({ reason, ...due }) => ({ reason, dueAt: toInstant(due) })),
);
