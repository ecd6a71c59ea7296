import * as v from 'valibot';

export const longestName = 80;

/** What an administrator says of a screen. */
export const ScreenSettings = v.object({
	name: v.pipe(
		v.string(),
		v.trim(),
		v.minLength(1, 'required'),
		v.maxLength(longestName, 'tooLong'),
	),
	unit: v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'required'), v.transform(Number)),
});
