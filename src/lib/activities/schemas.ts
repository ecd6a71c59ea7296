import * as v from 'valibot';
import {
	activityAudiences,
	activityForms,
	activityKinds,
	activityTopics,
	partnerKinds,
} from '../contracts/activities';
import { isDay } from '../contracts/local-time';
import { asksByYouth, countFields, countsOf, type CountField } from './counts';

/** More than a whole commune: a slip of the keyboard is caught, no real count is. */
export const largestCount = 100_000;
export const longest = { place: 200, note: 1000, reason: 500, partner: 100 } as const;
/** As many partners as the form has rows for. */
export const mostPartners = 4;
/** The programme began in 2022: an earlier day is a slip. */
export const earliestDay = '2022-01-01';

const Count = v.optional(
	v.nullable(
		v.pipe(
			v.number('wholeNumber'),
			v.integer('wholeNumber'),
			v.minValue(0, 'wholeNumber'),
			v.maxValue(largestCount, 'tooMany'),
		),
	),
	null,
);

const Content = v.object({
	kind: v.picklist(activityKinds, 'choose'),
	topic: v.picklist(activityTopics, 'choose'),
	form: v.optional(v.picklist(activityForms, 'choose'), 'faceToFace'),
	audiences: v.optional(v.array(v.picklist(activityAudiences, 'choose')), []),
	partners: v.optional(
		v.pipe(
			v.array(
				v.object({
					kind: v.picklist(partnerKinds, 'choose'),
					name: v.pipe(v.string(), v.trim(), v.maxLength(longest.partner, 'tooLong')),
				}),
			),
			v.maxLength(mostPartners, 'tooMany'),
		),
		[],
	),
	heldOn: v.pipe(v.string('day'), v.check(isDay, 'day'), v.minValue(earliestDay, 'tooEarly')),
	place: v.pipe(
		v.string('place'),
		v.trim(),
		v.minLength(2, 'place'),
		v.maxLength(longest.place, 'tooLong'),
	),
	attendance: Count,
	households: Count,
	leaflets: Count,
	youths: Count,
	byYouth: v.optional(v.boolean(), false),
	note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(longest.note, 'tooLong')), ''),
});

/** Each count belongs to its kind of activity, and the first of the kind's is known. */
const countsOfKind = <Input extends v.InferOutput<typeof Content>>() =>
	v.rawCheck<Input>(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		const { value } = dataset;
		const refuse = (key: CountField | 'byYouth', message: string) => {
			const item = { type: 'object', origin: 'value', key, value: value[key] } as const;
			addIssue({ message, path: [{ ...item, input: { ...value } }] });
		};
		const asked = countsOf[value.kind];
		for (const field of countFields)
			if (value[field] !== null && !asked.includes(field)) refuse(field, 'notOfKind');
		if (value[asked[0]] === null) refuse(asked[0], 'countMissing');
		if (value.byYouth && !asksByYouth(value.kind)) refuse('byYouth', 'notOfKind');
	});

const Id = v.pipe(v.number('choose'), v.integer('choose'), v.minValue(1, 'choose'));

/** One activity as it is noted down; messages are names of rules. */
export const NewActivity = v.pipe(
	v.object({
		...Content.entries,
		/** Made up by whoever sends it: sent twice, it is stored once. */
		key: v.pipe(v.string(), v.minLength(8, 'key'), v.maxLength(64, 'key')),
		unitId: Id,
		teamId: v.optional(v.nullable(Id), null),
	}),
	countsOfKind(),
);
export type NewActivity = v.InferOutput<typeof NewActivity>;

const Reason = v.pipe(
	v.string('reason'),
	v.trim(),
	v.minLength(5, 'reason'),
	v.maxLength(longest.reason, 'tooLong'),
);

export const Correction = v.pipe(v.object({ ...Content.entries, reason: Reason }), countsOfKind());

export const Cancellation = v.object({ reason: Reason });
