import { sql, type SQL } from 'drizzle-orm';
import { measures, type Measure } from '../contracts/coverage';

const columns: Record<Measure, SQL> = {
	allFive: sql`revision.all_five`,
	skill1: sql`revision.skill_1`,
	skill2: sql`revision.skill_2`,
	skill3: sql`revision.skill_3`,
	skill4: sql`revision.skill_4`,
	skill5: sql`revision.skill_5`,
	assisted: sql`revision.assisted`,
	vneid: sql`revision.vneid`,
	serviceAccount: sql`revision.service_account`,
};
const comma = sql`, `;

/**
 * The elements of a `revision`'s own array `able`, and below of `base`, measure by measure: only
 * households where both numbers are known count, in the numerator as in the denominator.
 */
export const ownAble = sql.join(
	measures.map(
		(measure) =>
			sql`case when revision.households is null then 0 else coalesce(${columns[measure]}, 0) end`,
	),
	comma,
);
export const ownBase = sql.join(
	measures.map(
		(measure) =>
			sql`case when ${columns[measure]} is null then 0 else coalesce(revision.households, 0) end`,
	),
	comma,
);

/** What others did themselves says nothing of households: `hasHouseholds` in a statement. */
export const householdLevels = sql`('commune', 'village')`;
