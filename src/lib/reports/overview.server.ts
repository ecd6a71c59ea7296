import { sql } from 'drizzle-orm';
import { linkIssuers } from '../accounts/link-issuers.server';
import type { Actor, Role } from '../contracts/accounts';
import type { UnitKind } from '../contracts/admin-units';
import type { Period, RevisionState } from '../contracts/reports';
import { queryRows, type Database } from '../server/db/client';

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
	// An ad hoc report is asked of the units below one.
	const isAsked = sql`not exists (select from reporting_period period
		where period.id = ${period.id} and period.unit_id is not null
			and unit.id not in (select id from asked))`;
	return sql`tree as (
		select id from admin_unit where id = any(array(select jsonb_array_elements_text(${JSON.stringify(granted)}::jsonb)::int))
		union
		select child.id from tree join admin_unit child on child.parent_id = tree.id
	), asked as (
		select unit_id as id from reporting_period where id = ${period.id}
		union
		select child.id from asked join admin_unit child on child.parent_id = asked.id
	), reporting as (
		select unit.id, unit.code, unit.kind, unit.name, unit.level, unit.search_name, parent.name as parent_name
		from tree join admin_unit unit on unit.id = tree.id
		left join admin_unit parent on parent.id = unit.parent_id
		where unit.level in ('commune', 'village', 'enterprise') and unit.valid_from <= ${period.endsOn}
			and (unit.valid_to is null or unit.valid_to > ${period.endsOn}) and ${isAsked}
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
		sql`with recursive ${unitsOf(actor, ['reporter', 'administrator'], period)}
		select ${line}
		from reporting
		left join report on report.unit_id = reporting.id and report.period_id = ${period.id}
		left join report_revision revision
			on revision.report_id = report.id and revision.revision = report.latest_revision
		where reporting.search_name like ${`%${filter.searchName}%`} or reporting.code like ${`${filter.code}%`}
		order by revision.state is not null, revision.state <> 'returned', reporting.code limit ${limit}`,
	);
	return { lines: rows, total: rows[0]?.total ?? 0 };
}

/** Reports whose newest revision waits for a decision that the actor may take, oldest first. */
export async function readWaitingReports(
	database: Database,
	actor: Actor,
	period: Period,
	limit: number,
): Promise<ReportLines> {
	const rows = await queryRows<ReportLine & { total: number }>(
		database,
		sql`with recursive ${unitsOf(actor, ['approver', 'administrator'], period)}
		select ${line}
		from reporting
		join report on report.unit_id = reporting.id and report.period_id = ${period.id}
		join report_revision revision
			on revision.report_id = report.id and revision.revision = report.latest_revision
		where revision.state = 'submitted' and revision.submitted_by <> ${actor.accountId}
			and ${actor.accountId} <> all (${linkIssuers(sql`revision.submitted_by`, sql`revision.received_at`)})
		order by revision.received_at, reporting.code limit ${limit}`,
	);
	return { lines: rows, total: rows[0]?.total ?? 0 };
}
