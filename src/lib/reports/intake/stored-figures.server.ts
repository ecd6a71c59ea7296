import { sql, type SQL } from 'drizzle-orm';

/**
 * What a stored revision says of its households: the column of a query, read as `HouseholdSkills`.
 * @param revision alias of `report_revision` in the statement.
 */
export function householdSkillsOf(revision: string): SQL {
	const column = (name: string) => sql`${sql.identifier(revision)}.${sql.identifier(name)}`;
	return sql`jsonb_build_object('households', ${column('households')}, 'skill1', ${column('skill_1')},
		'skill2', ${column('skill_2')}, 'skill3', ${column('skill_3')}, 'skill4', ${column('skill_4')},
		'skill5', ${column('skill_5')}, 'allFive', ${column('all_five')}, 'assisted', ${column('assisted')},
		'vneid', ${column('vneid')}, 'serviceAccount', ${column('service_account')})`;
}

/** Its other figures, read as `IndicatorValue[]`: every report on its own, empty where there are none. */
export function indicatorValuesOf(revision: string): SQL {
	const alias = sql.identifier(revision);
	return sql`coalesce((select jsonb_agg(jsonb_build_object('indicator', value.indicator_code,
			'status', value.status, 'value', value.value, 'qualifier', value.qualifier))
		from report_value value
		where value.report_id = ${alias}.report_id and value.revision = ${alias}.revision), '[]')`;
}
