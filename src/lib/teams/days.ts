import * as v from 'valibot';

/** A day that exists, `YYYY-MM-DD`. */
export const Day = v.pipe(
	v.string(),
	v.isoDate('must be a day'),
	v.check((day) => {
		const instant = new Date(`${day}T00:00:00Z`);
		return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
	}, 'must be a day that exists'),
);

/** Whether a span (its end exclusive, null while it lasts) holds a day. */
export const holds = (
	{ fromOn, untilOn }: { fromOn: string; untilOn: string | null },
	day: string,
): boolean => fromOn <= day && (untilOn === null || untilOn > day);
