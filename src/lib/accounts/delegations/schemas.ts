import * as v from 'valibot';

const Day = v.pipe(v.string(), v.isoDate());

/** An approver's role handed to somebody for some days, both included. */
export const DelegationInput = v.pipe(
	v.object({
		toAccountId: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
		unitId: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
		firstDay: Day,
		lastDay: Day,
		reason: v.pipe(v.string(), v.trim(), v.minLength(5), v.maxLength(500)),
	}),
	v.forward(
		v.partialCheck(
			[['firstDay'], ['lastDay']],
			({ firstDay, lastDay }) => firstDay <= lastDay,
			'must not be before the first day',
		),
		['lastDay'],
	),
);
export type DelegationInput = v.InferOutput<typeof DelegationInput>;

/** Longer than any leave, short enough to be looked at again. */
export const longestDelegationDays = 90;
