import * as v from 'valibot';
import { correctionCauses } from '../contracts/publication';
import { qualifiers, reportSources, valueStatuses } from '../contracts/reports';

/** Far above any unit of the country: a slip of the keyboard is caught, no real count is. */
export const largestCount = 100_000_000;

const Count = v.pipe(
	v.number('must be a number'),
	v.integer('must be a whole number'),
	v.minValue(0, 'must not be negative'),
	v.maxValue(largestCount, `must not be above ${largestCount}`),
);

const HouseholdCount = v.optional(v.nullable(Count), null);

/** What households can do at the end of the period. "Able" = at least one member of the household. */
export const HouseholdSkills = v.strictObject({
	households: HouseholdCount,
	skill1: HouseholdCount,
	skill2: HouseholdCount,
	skill3: HouseholdCount,
	skill4: HouseholdCount,
	skill5: HouseholdCount,
	allFive: HouseholdCount,
	assisted: HouseholdCount,
	vneid: HouseholdCount,
	serviceAccount: HouseholdCount,
});
export type HouseholdSkills = v.InferOutput<typeof HouseholdSkills>;

/** The value of one indicator of the catalogue: a number, or why there is none. */
export const IndicatorValue = v.pipe(
	v.strictObject({
		indicator: v.string(),
		status: v.optional(v.picklist(valueStatuses), 'value'),
		value: v.optional(v.nullable(Count), null),
		qualifier: v.optional(v.picklist(qualifiers), '='),
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
	unit: v.pipe(v.string(), v.regex(/^[\w.-]{2,32}$/, 'must be the code of a unit')),
	period: v.pipe(
		v.string(),
		v.regex(
			/^(\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?|[A-Z][A-Z0-9-]{2,19})$/,
			'must be a period such as 2026-10, 2026-Q4 or 2026',
		),
	),
	householdSkills: v.optional(HouseholdSkills),
	values: v.optional(v.pipe(v.array(IndicatorValue), v.maxLength(500)), []),
	reason: v.optional(v.pipe(v.string(), v.trim(), v.minLength(5), v.maxLength(1000))),
	explanations: v.optional(v.pipe(v.array(Explanation), v.maxLength(100))),
	source: v.optional(v.picklist(reportSources)),
	basedOn: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
	clientId: v.optional(v.pipe(v.string(), v.uuid(), v.toLowerCase())),
	deviceAt: v.optional(v.pipe(v.string(), v.isoTimestamp())),
});
export type ReportInput = v.InferOutput<typeof ReportInput>;

/** At most this many reports in one request. */
export const largestBatch = 1000;

const decisionEntries = {
	decision: v.picklist(['approve', 'return']),
	revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
	comment: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1000)), ''),
	/** What everybody is told of the reason where it replaces an approved revision. */
	cause: v.optional(v.picklist(correctionCauses), 'unstated'),
};

/** Who has to correct a report is told what. */
export const isExplained = ({
	decision,
	comment,
}: {
	decision: 'approve' | 'return';
	comment: string;
}) => decision === 'approve' || comment.length >= 5;
const unexplained = 'a return needs a comment of at least 5 characters';

export const Decision = v.pipe(
	v.strictObject(decisionEntries),
	v.check((given) => isExplained(given), unexplained),
);
export type Decision = v.InferOutput<typeof Decision>;

/** One decision of several in one request. */
export const ListedDecision = v.pipe(
	v.strictObject({
		unit: ReportInput.entries.unit,
		period: ReportInput.entries.period,
		...decisionEntries,
	}),
	v.check((given) => isExplained(given), unexplained),
);
