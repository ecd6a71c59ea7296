import { sql } from 'drizzle-orm';
import { counted } from '../../activities/tally.server';
import type { UnitLevel } from '../../contracts/admin-units';
import type { ExaminedReport } from '../../contracts/awards/flags';
import { cumulativeSkills, type Period } from '../../contracts/reports';
import { readRegisterLimits } from '../../coverage/register-limits.server';
import { isCumulative } from '../../indicators/rules.server';
import { queryRows, type Database } from '../../server/db/client';
import { isoInstant } from '../../server/db/instant';
import { unitsBelow } from '../../server/db/unit-tree';

interface Row extends Record<string, unknown>, Pick<ExaminedReport, 'reportId' | 'unitId'> {
	parentId: number;
	level: UnitLevel;
	households: number | null;
	able: number | null;
	figures: Record<string, number>;
	enteredBy: number | null;
	correctedAt: string[];
}

const skills = new Set<string>(cumulativeSkills);

/**
 * The approved reports of villages and communes below a unit, one statement a month: nothing else has to wait
 * for a whole season's figures.
 */
export async function readExaminedReports(
	database: Database,
	scopeId: number,
	months: readonly Period[],
): Promise<ExaminedReport[]> {
	const activities = await readActivities(database, scopeId, months);
	const examined: ExaminedReport[] = [];
	let limits = new Map<number, { limit: number }>();
	let year = '';
	for (const month of months) {
		if (month.id === 0) continue;
		const rows = await readMonth(database, scopeId, month.id);
		// Registers are of a year.
		if (month.code.slice(0, 4) !== year) {
			const ids = [...new Set(rows.map(({ unitId }) => unitId))];
			limits = await readRegisterLimits(database, ids, month);
			year = month.code.slice(0, 4);
		}
		for (const { parentId, level, ...row } of rows)
			examined.push({
				...{ ...row, month: month.code },
				cumulative: Object.keys(row.figures).filter(
					(code) => skills.has(code) || isCumulative(code),
				),
				activities: activities.get(`${row.unitId} ${month.code}`) ?? 0,
				activitiesAbove:
					level === 'village' ? (activities.get(`own ${parentId} ${month.code}`) ?? 0) : 0,
				mostHouseholds: limits.get(row.unitId)?.limit ?? null,
			});
	}
	return examined;
}

const readMonth = (database: Database, scopeId: number, periodId: number): Promise<Row[]> =>
	queryRows<Row>(
		database,
		sql`select report.id as "reportId", report.unit_id as "unitId", unit.parent_id as "parentId", unit.level,
				newest.households, newest.all_five as able,
				jsonb_strip_nulls(jsonb_build_object('households', newest.households,
					'skill1', newest.skill_1, 'skill2', newest.skill_2, 'skill3', newest.skill_3,
					'skill4', newest.skill_4, 'skill5', newest.skill_5, 'allFive', newest.all_five,
					'assisted', newest.assisted, 'vneid', newest.vneid, 'serviceAccount', newest.service_account))
				|| coalesce((select jsonb_object_agg(stored.indicator_code, stored.value) from report_value stored
					where stored.report_id = report.id and stored.revision = newest.revision
						and stored.status = 'value'), '{}') as figures,
				case when newest.channel in ('form', 'offline') and newest.source = 'self'
					then newest.submitted_by end as "enteredBy",
				array(select ${isoInstant(sql`later.received_at`)} from report_revision later
					where later.report_id = report.id and later.state <> 'returned' and later.revision > (
						select min(revision) from report_revision first
						where first.report_id = report.id and first.state = 'approved')
					order by later.revision) as "correctedAt"
			from report
			join report_revision newest on newest.report_id = report.id
				and newest.revision = report.approved_revision
			join ${unitsBelow(scopeId)} unit on unit.id = report.unit_id
			where report.period_id = ${periodId} and unit.level in ('village', 'commune')
			order by report.unit_id`,
	);

/**
 * Activities of the log by unit and month, a commune's with those of its villages; and, under `own`, a
 * unit's without those below.
 */
async function readActivities(
	database: Database,
	scopeId: number,
	months: readonly Period[],
): Promise<Map<string, number>> {
	const starts = months.map(({ startsOn }) => startsOn).sort();
	const ends = months.map(({ endsOn }) => endsOn).sort();
	const [from, until] = [starts[0], ends.at(-1)];
	if (from === undefined || until === undefined) return new Map();
	const rows = await queryRows<{
		unitId: number;
		parentId: number;
		level: UnitLevel;
		month: string;
		count: number;
	}>(
		database,
		sql`select activity.unit_id as "unitId", unit.parent_id as "parentId", unit.level,
				to_char(activity.held_on, 'YYYY-MM') as month, count(*)::int as count
			from activity join ${unitsBelow(scopeId)} unit on unit.id = activity.unit_id
			where ${counted(from, until)} group by 1, 2, 3, 4`,
	);
	const found = new Map<string, number>();
	const add = (key: string, count: number) => found.set(key, (found.get(key) ?? 0) + count);
	for (const { unitId, parentId, level, month, count } of rows) {
		add(`${unitId} ${month}`, count);
		add(`own ${unitId} ${month}`, count);
		if (level === 'village') add(`${parentId} ${month}`, count);
	}
	return found;
}
