import * as v from 'valibot';
import { wholeNumber } from '../../contracts/text/address';
import { Day } from '../days';

/** More than a member can help. */
const mostAtOnce = 200;

export const HouseholdsInput = v.strictObject({
	/** Numbers of the tally sheet: no names of households are kept. */
	tallyNumbers: v.pipe(
		v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999))),
		v.minLength(1),
		v.maxLength(mostAtOnce),
		v.transform((numbers) => [...new Set(numbers)].sort((a, b) => a - b)),
	),
	/** Null: nobody any more. */
	memberId: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
	fromOn: Day,
});

/** The form's fields as `HouseholdsInput`; numbers as people list them: `3, 7; 12`. */
export const householdsFromForm = (entered: Record<string, string>) => ({
	tallyNumbers: (entered['tallyNumbers'] ?? '')
		.split(/[\s,;]+/)
		.filter(Boolean)
		.map((text) => wholeNumber(text) ?? 0),
	memberId: wholeNumber(entered['helper'] ?? ''),
	fromOn: entered['helpsFrom'] ?? '',
});

/** A member and the households that the member helps. */
export interface Helper {
	/** Of the row that the person serves in now. */
	memberId: number;
	/** Null for those who only read counts. */
	fullName: string | null;
	/** Whether the person still serves on that day. */
	serves: boolean;
	tallyNumbers: number[];
}
