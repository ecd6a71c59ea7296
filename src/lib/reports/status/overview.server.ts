import { sql } from 'drizzle-orm';
import type { Actor, Role } from '../../contracts/accounts';
import type { UnitKind } from '../../contracts/admin-units';
import type { Period, RevisionState } from '../../contracts/reports';
import { queryRows, type Database } from '../../server/db/client';
import { standsOn, unitsBelow } from '../../server/db/unit-tree';

/** A unit with the newest revision of its report of one period, if any. */
export interface ReportLine extends Record<string, unknown> {
	code: string;
	kind: UnitKind;
	name: string;
	parentName: string;
	state: RevisionState | null;
	revision: number | null;
	/** ISO instant. */
	receivedAt: string | null;
	households: number | null;
	allFive: number | null;
}

export interface ReportLines {
	lines: ReportLine[];
	/** How many there are in all, of which `lines` is the beginning. */
	total: number;
}

const unitsOf = (actor: Actor, roles: readonly Role[], period: Period) => {
	const granted = actor.grants
		.filter(({ role }) => roles.includes(role))
		.map(({ unitId }) => unitId);
	const asker = sql`(select unit_id from reporting_period where id = ${period.id})`;
	// An ad hoc report is asked of the units below one.
	return sql`(
		select unit.id, unit.code, unit.kind, unit.name, unit.level, unit.search_name, parent.name as parent_name
		from (select distinct id from ${unitsBelow(granted)} below) tree
		join admin_unit unit on unit.id = tree.id
		left join admin_unit parent on parent.id = unit.parent_id
		where unit.level <> 'country' and ${standsOn('unit', 'parent', period.endsOn)}
			and (${asker} is null or unit.id in (select id from ${unitsBelow(asker)} asked))
	)`;
};

const line = sql`reporting.code, reporting.kind, reporting.name, coalesce(reporting.parent_name, '') as "parentName",
	revision.state, revision.revision, revision.households, revision.all_five as "allFive",
	to_char(revision.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "receivedAt",
	count(*) over ()::int as total`;

/** The units for which the actor may report, not yet reported ones first. */
export async function readReportableUnits(
	database: Database,
	actor: Actor,
	period: Period,
	{ filter, limit }: { filter: { code: string; searchName: string }; limit: number },
): Promise<ReportLines> {
	const rows = await queryRows<ReportLine & { total: number }>(
		database,
		sql`select ${line}
		from ${unitsOf(actor, ['reporter', 'administrator'], period)} reporting
		left join report on report.unit_id = reporting.id and report.period_id = ${period.id}
		left join report_revision revision
			on revision.report_id = report.id and revision.revision = report.latest_revision
		where reporting.search_name like ${`%${filter.searchName}%`} or reporting.code like ${`${filter.code}%`}
		order by revision.state is not null, revision.state <> 'returned', reporting.code limit ${limit}`,
	);
	return { lines: rows, total: rows[0]?.total ?? 0 };
}
