import { sql, type SQL } from 'drizzle-orm';
import type { Actor, RoleGrant } from '../../contracts/accounts';
import { isValidOn, unitsBelow } from '../../server/db/unit-tree';
import { isFromHandsOf } from './separation.server';

/** Why somebody who may decide on a unit's reports may not decide on this one. */
export type Barred = 'ownReport' | 'ownLink';

const decidingGrants = (actor: Actor): RoleGrant[] =>
	actor.grants.filter(({ role }) => role === 'approver' || role === 'administrator');

/** Whether there is anything that the actor may decide on. */
export const decides = (actor: Actor): boolean => decidingGrants(actor).length > 0;

/**
 * Sub-query for the reports of all periods whose newest revision waits within the actor's reach:
 * `(id, unit_id, period_id, revision, ends_on, received_at, barred)`. Null in `barred`: the actor may
 * decide on it. As for `decideReports`, own roles come before lent ones, and who stands in for
 * somebody is held to what that person may not decide either.
 */
export function waitingReports(actor: Actor, now: Date): SQL {
	const grants = decidingGrants(actor)
		.map(({ unitId, onBehalfOf = null }) => ({ unitId, onBehalfOf }))
		.sort((one, other) => Number(one.onBehalfOf !== null) - Number(other.onBehalfOf !== null))
		.map((grant, rank) => ({ ...grant, rank }));
	const granted = sql`jsonb_to_recordset(${JSON.stringify(grants)}::jsonb)
		as granted ("unitId" int, rank int, "onBehalfOf" int)`;
	const roots = new Set(grants.map(({ unitId }) => unitId));
	const self = sql`${actor.accountId}::int`;
	const away = sql`granted."onBehalfOf"`;
	return sql`(
		with reached as (
			select tree.id, min(granted.rank) as rank
			from ${unitsBelow(roots)} tree join ${granted} on granted."unitId" = tree.root_id
			group by tree.id
		)
		select report.id, report.unit_id, report.period_id, revision.revision, period.ends_on,
			revision.received_at,
			case when revision.submitted_by in (${self}, ${away}) then 'ownReport'
				when ${isFromHandsOf(self, now)} or (${away} is not null and ${isFromHandsOf(away, now)})
					then 'ownLink' end as barred
		from report_revision revision
		join report on report.id = revision.report_id and report.latest_revision = revision.revision
		join reached on reached.id = report.unit_id
		join ${granted} on granted.rank = reached.rank
		join reporting_period period on period.id = report.period_id
		join admin_unit unit on unit.id = report.unit_id and ${isValidOn('unit', sql`period.ends_on`)}
		where revision.state = 'submitted'
	)`;
}

/** The period that ended first comes first, and in it what came in first. */
export const queueOrder = (alias: string): SQL => {
	const column = (name: string) => sql`${sql.identifier(alias)}.${sql.identifier(name)}`;
	return sql`${column('ends_on')}, ${column('received_at')}, ${column('id')}`;
};
