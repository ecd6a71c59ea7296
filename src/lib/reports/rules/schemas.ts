import * as v from 'valibot';
import { smallestRanges } from '../../contracts/publication';
import { firstRegisterMarginPercent } from '../../contracts/register-limit';
import { reportingLevels, type RegularKind } from '../../contracts/reports';

/** Within every month. */
const lastDay = 28;

const wholeNumber = (from: number, to: number) =>
	v.pipe(
		v.string(),
		v.trim(),
		v.regex(/^\d{1,3}$/, 'must be a whole number'),
		v.transform(Number),
		v.minValue(from),
		v.maxValue(to),
	);
/** The numbers that a field takes, which whoever entered another one is told. */
export const numberRanges = {
	cutOffDay: [1, lastDay],
	returnGraceDays: [0, 60],
	lockAfterDays: [0, 365],
	escalateAfterDays: [0, 90],
	registerMarginPercent: [0, 100],
	smallestRange: [smallestRanges.least, smallestRanges.most],
} as const;
export const dueDayRange = [1, lastDay] as const;

/** An empty field means "none". */
const optional = <Schema extends v.GenericSchema<string, number>>(schema: Schema) =>
	v.union([
		v.pipe(
			v.string(),
			v.trim(),
			v.literal(''),
			v.transform(() => null),
		),
		schema,
	]);

const DayList = v.pipe(
	v.string(),
	v.trim(),
	v.regex(/^(\d{1,2}(\s*,\s*\d{1,2})*)?$/, 'must be days, with commas between'),
	v.transform((text) => [
		...new Set(text.split(',').flatMap((day) => (day.trim() ? [Number(day)] : []))),
	]),
);
const Day = v.pipe(v.string(), v.isoDate());
const Moment = v.pipe(
	v.string(),
	v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'must be a date and time'),
);
const Reason = v.pipe(v.string(), v.trim(), v.minLength(5), v.maxLength(500));
const UnitId = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));

export const regularKinds = ['month', 'quarter', 'year'] as const satisfies readonly RegularKind[];
export const dueFields = regularKinds.flatMap((kind) =>
	reportingLevels.map((level) => ({ kind, level, name: `due.${kind}.${level}` as const })),
);

/** A new version of a unit's rules, as the form's fields. */
export const VersionInput = v.object({
	unitId: UnitId,
	validFrom: Day,
	clause: v.pipe(v.string(), v.trim(), v.minLength(5), v.maxLength(300)),
	...Object.fromEntries(dueFields.map(({ name }) => [name, optional(wholeNumber(...dueDayRange))])),
	cutOffDay: optional(wholeNumber(...numberRanges.cutOffDay)),
	returnGraceDays: wholeNumber(...numberRanges.returnGraceDays),
	lockAfterDays: optional(wholeNumber(...numberRanges.lockAfterDays)),
	remindDaysBefore: DayList,
	remindDaysAfter: DayList,
	escalateAfterDays: wholeNumber(...numberRanges.escalateAfterDays),
	/** A form from before there was such a field leaves it out. */
	registerMarginPercent: v.optional(
		wholeNumber(...numberRanges.registerMarginPercent),
		String(firstRegisterMarginPercent),
	),
	/** A form from before there was such a field asks for no more than everybody has. */
	smallestRange: v.optional(
		wholeNumber(...numberRanges.smallestRange),
		String(smallestRanges.least),
	),
	/** A box, which browsers leave out when it isn't ticked. */
	monthsSuffice: v.pipe(
		v.optional(v.string(), ''),
		v.transform((ticked) => ticked === 'on'),
	),
});

/** Leave to report on a period for a while after it was closed. */
export const ExceptionInput = v.object({
	unit: v.pipe(v.string(), v.trim(), v.regex(/^[\w.-]{2,32}$/)),
	period: v.pipe(v.string(), v.trim(), v.minLength(4), v.maxLength(20)),
	until: Moment,
	reason: Reason,
});

/** A report that is asked for once, of the units below one. */
export const AdHocInput = v.pipe(
	v.object({
		unitId: UnitId,
		code: v.pipe(
			v.string(),
			v.trim(),
			v.toUpperCase(),
			v.regex(/^[A-Z][A-Z0-9-]{2,19}$/, 'must be 3 to 20 letters, digits and hyphens'),
		),
		title: v.pipe(v.string(), v.trim(), v.minLength(5), v.maxLength(200)),
		startsOn: Day,
		endsOn: Day,
		due: Moment,
	}),
	v.forward(
		v.partialCheck(
			[['startsOn'], ['endsOn']],
			({ startsOn, endsOn }) => startsOn <= endsOn,
			'must not be before the first day',
		),
		['endsOn'],
	),
	v.forward(
		v.partialCheck(
			[['startsOn'], ['due']],
			({ startsOn, due }) => due > startsOn,
			'must be after the first day',
		),
		['due'],
	),
);
