import * as v from 'valibot';

export const longestReason = 500;

/** Why figures are frozen before the calendar's day; nothing where they aren't. Messages are names of rules. */
export const FreezeInput = v.object({
	reason: v.optional(
		v.pipe(
			v.string('early'),
			v.trim(),
			v.maxLength(longestReason, 'tooLong'),
			v.check((reason) => reason === '' || reason.length >= 10, 'early'),
		),
		'',
	),
});
