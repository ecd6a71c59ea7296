import * as v from 'valibot';
import { isShare, targetable } from './subjects';

export const longestReason = 500;
/** More than a whole province: a slip of the keyboard is caught, no real target is. */
const largestCount = 100_000_000;
export const firstYear = 2022;

const Id = v.pipe(v.number('choose'), v.integer('choose'), v.minValue(1, 'choose'));

/** Targets of one indicator as a form hands them in: percent for shares, counts else. */
export const TargetValues = v.pipe(
	v.object({
		indicatorCode: v.picklist(
			targetable.map(({ code }) => code),
			'choose',
		),
		year: v.pipe(
			v.number('year'),
			v.integer('year'),
			v.minValue(firstYear, 'year'),
			v.maxValue(2100, 'year'),
		),
		/** Null takes a target back. */
		values: v.array(
			v.object({
				unitId: Id,
				value: v.nullable(v.pipe(v.number('number'), v.minValue(0, 'number'))),
			}),
		),
		reason: v.pipe(v.string('reason'), v.trim(), v.maxLength(longestReason, 'tooLong')),
	}),
	v.rawCheck(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		const { indicatorCode, values } = dataset.value;
		const share = targetable.some(
			(indicator) => indicator.code === indicatorCode && isShare(indicator),
		);
		for (const { unitId, value } of values) {
			if (value === null || (share ? value <= 100 : value <= largestCount && value % 1 === 0))
				continue;
			const at = { type: 'unknown', origin: 'value', input: dataset.value, value } as const;
			addIssue({
				message: share ? 'percent' : 'wholeNumber',
				path: [{ ...at, key: `unit-${unitId}` }],
			});
		}
	}),
);
