import { sql, type SQL } from 'drizzle-orm';
import { localDay } from '../contracts/local-time';
import { queryRows, type Database } from '../server/db/client';

/** Whether a village has a team on a local day: then a report is due from it. */
export const hasTeam = (unitId: SQL, day: SQL): SQL =>
	sql`exists (select from team where team.unit_id = ${unitId} and team.founded_on <= ${day}
		and (team.closed_on is null or team.closed_on > ${day}))`;

/** Whether the programme had begun by a local day; before it nobody reports. */
export const programmeRuns = (day: SQL): SQL =>
	sql`coalesce((select min(founded_on) from team) <= ${day}, true)`;

export interface AskedReport {
	unitId: number;
	periodId: number;
	/** When it is due from the unit, and from villages. */
	due: Date;
	villageDue: Date;
}

/**
 * Which reports their units have to send, by `unitId:periodId`: a village with a team, a commune for
 * itself or for its villages, an enterprise every month. Whether an ad hoc one is asked of the unit
 * is for the caller to know.
 */
export async function readRequired(
	database: Database,
	asked: readonly AskedReport[],
): Promise<Set<string>> {
	const keys = asked.map(({ due, villageDue, ...key }) => ({
		...key,
		day: localDay(due),
		villageDay: localDay(villageDue),
	}));
	const rows = await queryRows<{ key: string }>(
		database,
		sql`select key."unitId" || ':' || key."periodId" as key
			from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
				as key ("unitId" int, "periodId" int, day date, "villageDay" date)
			join admin_unit unit on unit.id = key."unitId"
			join reporting_period period on period.id = key."periodId"
			where unit.valid_from < key.day and case unit.level
				when 'village' then ${hasTeam(sql`unit.id`, sql`key.day`)}
				when 'enterprise' then period.kind = 'month'
				else ${programmeRuns(sql`key."villageDay"`)} end`,
	);
	return new Set(rows.map(({ key }) => key));
}
