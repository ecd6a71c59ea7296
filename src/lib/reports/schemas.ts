import * as v from 'valibot';
import { qualifiers, reportSources, valueStatuses } from '../contracts/reports';

/** Far above any unit of the country: a slip of the keyboard is caught, no real count is. */
export const largestCount = 100_000_000;

const Count = v.pipe(
	v.number('must be a number'),
	v.integer('must be a whole number'),
	v.minValue(0, 'must not be negative'),
	v.maxValue(largestCount, `must not be above ${largestCount}`),
);

const HouseholdCount = v.pipe(
	v.optional(v.nullable(Count), null),
	v.description('Households; null or left out = not available (never 0 for unknown).'),
);

/** What households can do at the end of the period. "Able" = at least one member of the household. */
export const HouseholdSkills = v.strictObject({
	households: v.pipe(HouseholdCount, v.description('Households in the unit.')),
	skill1: v.pipe(HouseholdCount, v.description('Able to use online public services.')),
	skill2: v.pipe(HouseholdCount, v.description('Able to shop online.')),
	skill3: v.pipe(HouseholdCount, v.description('Able to pay online.')),
	skill4: v.pipe(HouseholdCount, v.description('Able to protect themselves online.')),
	skill5: v.pipe(HouseholdCount, v.description("Able to use the locality's own platform.")),
	allFive: v.pipe(
		HouseholdCount,
		v.description('One and the same member is able in all five skills.'),
	),
	assisted: v.pipe(
		HouseholdCount,
		v.description('Nobody is able; a named team member does it with them. Never counted as able.'),
	),
	vneid: v.pipe(HouseholdCount, v.description('With a VNeID account.')),
	serviceAccount: v.pipe(HouseholdCount, v.description('With an online-public-service account.')),
});
export type HouseholdSkills = v.InferOutput<typeof HouseholdSkills>;

/** The value of one indicator of the catalogue: a number, or why there is none. */
export const IndicatorValue = v.pipe(
	v.strictObject({
		indicator: v.pipe(v.string(), v.description('Code in the catalogue.')),
		status: v.optional(v.picklist(valueStatuses), 'value'),
		value: v.optional(v.nullable(Count), null),
		qualifier: v.pipe(
			v.optional(v.picklist(qualifiers), '='),
			v.description('"=" exactly, ">" more than (hơn), "~" about (khoảng).'),
		),
	}),
	v.check(
		({ status, value }) => (status === 'value') === (value !== null),
		'a value goes with status "value", and only with it',
	),
);
export type IndicatorValue = v.InferOutput<typeof IndicatorValue>;

export const Explanation = v.strictObject({
	field: v.pipe(v.string(), v.regex(/^(householdSkills|values)\.\w{1,64}$/)),
	text: v.pipe(v.string(), v.trim(), v.minLength(5), v.maxLength(1000)),
});

export const reportInputExample = {
	unit: '99001-01',
	period: '2026-10',
	householdSkills: {
		households: 180,
		skill1: 140,
		skill2: 121,
		skill3: 133,
		skill4: 118,
		skill5: 126,
		allFive: 97,
		assisted: 12,
		vneid: 171,
		serviceAccount: 150,
	},
	values: [{ indicator: 'outreachSessions', value: 3 }],
};

/** One unit's report of one period, as it comes in by form or API. */
export const ReportInput = v.strictObject({
	unit: v.pipe(
		v.string(),
		v.regex(/^[\w.-]{2,32}$/, 'must be the code of a unit'),
		v.description("Code of the village or commune; its bearer on the period's last day is meant."),
	),
	period: v.pipe(
		v.string(),
		v.regex(
			/^(\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?|[A-Z][A-Z0-9-]{2,19})$/,
			'must be a period such as 2026-10, 2026-Q4 or 2026',
		),
		v.description(
			"Month `2026-10`, quarter `2026-Q4`, year `2026`, or an ad hoc report's own code.",
		),
	),
	householdSkills: v.optional(HouseholdSkills),
	values: v.optional(v.pipe(v.array(IndicatorValue), v.maxLength(500)), []),
	reason: v.pipe(
		v.optional(v.pipe(v.string(), v.trim(), v.minLength(5), v.maxLength(1000))),
		v.description('Required when a cumulative count falls. Internal, never public.'),
	),
	explanations: v.pipe(
		v.optional(v.pipe(v.array(Explanation), v.maxLength(100))),
		v.description('A word about figures that look odd. Internal, never public.'),
	),
	source: v.pipe(
		v.optional(v.picklist(reportSources)),
		v.description('How the figures reached whoever sends them; left out = their own.'),
	),
	basedOn: v.pipe(
		v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
		v.description(
			'The newest revision known when the entry began, 0 for none; any other than the newest one stored is refused.',
		),
	),
	clientId: v.pipe(
		v.optional(v.pipe(v.string(), v.uuid(), v.toLowerCase())),
		v.description('Made once per entry: sent again by the same account, it is the same revision.'),
	),
	deviceAt: v.pipe(
		v.optional(v.pipe(v.string(), v.isoTimestamp())),
		v.description("The device's own clock: kept and shown, not trusted."),
	),
});
export type ReportInput = v.InferOutput<typeof ReportInput>;

/** At most this many reports in one request. */
export const largestBatch = 1000;

export const Decision = v.pipe(
	v.strictObject({
		decision: v.picklist(['approve', 'return']),
		revision: v.pipe(
			v.number(),
			v.integer(),
			v.minValue(1),
			v.description('The revision that was looked at; a newer one makes this a conflict (409).'),
		),
		comment: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1000)), ''),
	}),
	v.check(
		({ decision, comment }) => decision === 'approve' || comment.length >= 5,
		'a return needs a comment of at least 5 characters',
	),
);
export type Decision = v.InferOutput<typeof Decision>;
