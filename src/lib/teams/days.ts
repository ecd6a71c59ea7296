import * as v from 'valibot';
import { isDay } from '../contracts/local-time';

/** A day that exists, `YYYY-MM-DD`. */
export const Day = v.pipe(
	v.string(),
	v.isoDate('must be a day'),
	v.check(isDay, 'must be a day that exists'),
);

/** Whether a span (its end exclusive, null while it lasts) holds a day. */
export const holds = (
	{ fromOn, untilOn }: { fromOn: string; untilOn: string | null },
	day: string,
): boolean => fromOn <= day && (untilOn === null || untilOn > day);
