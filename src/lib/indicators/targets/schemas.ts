import * as v from 'valibot';
import { isShare, targetable } from './subjects';

export const longestReason = 500;
/** More than a whole province: a slip of the keyboard is caught, no real target is. */
const largestCount = 100_000_000;

const Id = v.pipe(v.number('choose'), v.integer('choose'), v.minValue(1, 'choose'));

const given = (firstYear: number) =>
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
		/** Null takes a target back; a text is what nobody can read as a number. */
		values: v.array(v.object({ unitId: Id, value: v.nullable(v.union([v.number(), v.string()])) })),
		reason: v.pipe(v.string('reason'), v.trim(), v.maxLength(longestReason, 'tooLong')),
	});
type Given = v.InferOutput<ReturnType<typeof given>>;

/** A target as it is stored: a share 0–1, or a count. */
interface Value {
	unitId: number;
	value: number | null;
}

/**
 * Targets of one indicator as a form hands them in: percent for shares, counts else.
 * @param firstYear the first that anything is reported of.
 */
export const targetValues = (firstYear: number) =>
	v.pipe(
		given(firstYear),
		// A fault names its unit, as the fields of a form do.
		v.rawTransform<Given, Omit<Given, 'values'> & { values: Value[] }>(
			({ dataset: { value: entered }, addIssue, NEVER }) => {
				const share = targetable.some(
					(indicator) => indicator.code === entered.indicatorCode && isShare(indicator),
				);
				const values = entered.values.flatMap(({ unitId, value }): Value[] => {
					if (value === null) return [{ unitId, value }];
					const fits =
						typeof value === 'number' &&
						value >= 0 &&
						(share ? value <= 100 : value <= largestCount && Number.isInteger(value));
					if (fits) return [{ unitId, value: share ? Math.round(value * 10) / 1000 : value }];
					addIssue({
						message: share ? 'percent' : 'wholeNumber',
						path: [
							{ type: 'unknown', origin: 'value', input: entered, key: `unit-${unitId}`, value },
						],
					});
					return [];
				});
				return values.length < entered.values.length ? NEVER : { ...entered, values };
			},
		),
	);
