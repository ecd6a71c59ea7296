import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import type { UnitKind } from '../../contracts/admin-units';
import type { Period } from '../../contracts/reports';
import { readRegisterLimits } from '../../coverage/register-limits.server';
import { readRegisters } from '../../coverage/registers.server';
import { queryRows, type Database } from '../../server/db/client';
import type { ReportView } from './read-report.server';
import { queueOrder, waitingReports, type Barred } from './waiting.server';

/** What stands around one report for whoever may decide on reports of its unit. */
export interface DecisionView {
	/** Why they may not decide on this one; null where it doesn't wait either. */
	barred: Barred | null;
	/** Whether it first came before its deadline. */
	onTime: boolean;
	/** Households on the register; null where it isn't known. */
	register: number | null;
	/** What the level above accepted beyond it; null: nothing. */
	explained: number | null;
	/** What waits beside this one: the next after it in the queue, which begins anew at its end. */
	next: {
		unit: { code: string; kind: UnitKind; name: string };
		period: Pick<Period, 'code' | 'title'>;
	} | null;
	/** How many others wait. */
	left: number;
}

/** Null for whoever only reports. */
export async function readDecision(
	database: Database,
	actor: Actor,
	{ unit, period, mayDecide }: Pick<ReportView, 'unit' | 'period' | 'mayDecide'>,
	now: Date,
): Promise<DecisionView | null> {
	if (!mayDecide) return null;
	const [around] = await queryRows<Pick<DecisionView, 'barred' | 'onTime' | 'next' | 'left'>>(
		database,
		sql`with waiting as materialized (
			select * from ${waitingReports(actor, now)} waiting
		), here as (
			select report.id, period.ends_on, revision.received_at, report.on_time
			from report
			join reporting_period period on period.id = report.period_id
			join report_revision revision
				on revision.report_id = report.id and revision.revision = report.latest_revision
			where report.unit_id = ${unit.id} and report.period_id = ${period.id}
		), other as (
			select waiting.*, coalesce((${queueOrder('waiting')}) > (${queueOrder('here')}), false) as follows
			from waiting left join here on true
			where waiting.barred is null and waiting.id is distinct from here.id
		)
		select (select barred from waiting where id = (select id from here)) as barred,
			coalesce((select on_time from here), false) as "onTime",
			(select count(*)::int from other) as left,
			(select jsonb_build_object(
					'unit', jsonb_build_object('code', unit.code, 'kind', unit.kind, 'name', unit.name),
					'period', jsonb_build_object('code', period.code, 'title', period.title))
				from other
				join admin_unit unit on unit.id = other.unit_id
				join reporting_period period on period.id = other.period_id
				order by other.follows desc, ${queueOrder('other')} limit 1) as next`,
	);
	const registers = await readRegisters(database, [unit.id], period.endsOn);
	const limits = await readRegisterLimits(database, [unit.id], period);
	return {
		barred: around?.barred ?? null,
		onTime: around?.onTime ?? false,
		next: around?.next ?? null,
		left: around?.left ?? 0,
		register: registers.get(unit.id) ?? null,
		explained: limits.get(unit.id)?.explained ?? null,
	};
}
