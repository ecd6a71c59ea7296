import { sql, type SQL } from 'drizzle-orm';
import { tellApart } from '../../admin-units/search/tell-apart.server';
import type { Unit } from '../../contracts/admin-units';
import type { Period } from '../../contracts/reports';
import { dueAt } from '../../contracts/timeliness';
import type { NightFigures, NightUnit } from '../../contracts/wall';
import { idList } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { isValidOn, unitsBelow } from '../../server/db/unit-tree';
import { readRequiredReports } from '../required.server';
import { arrivalsOf, type ReceivedReport } from './arrivals';

/**
 * How a month's reports came in below a unit, until an instant, beside those of the month before, whose
 * whole course is known.
 */
export async function readNight(
	database: Database,
	scope: Unit,
	{ period, before, now }: { period: Period; before: Period; now: Date },
): Promise<NightFigures> {
	const [current, last] = [
		await readMonth(database, scope, period, now),
		await readMonth(database, scope, before, now),
	];
	return {
		period,
		...current,
		own: await readOwn(database, scope, period, now),
		before: last.arrivals.length > 0 ? { period: before, ...last } : null,
	};
}

async function readMonth(database: Database, scope: Unit, period: Period, now: Date) {
	const communes = await queryRows<Pick<NightUnit, 'id' | 'code' | 'kind' | 'name'> & Row>(
		database,
		sql`select unit.id, unit.code, unit.kind, unit.name
			from ${unitsBelow(scope.id, { on: period.endsOn, downTo: 'commune' })} tree
			join admin_unit unit on unit.id = tree.id where unit.level = 'commune' order by unit.code`,
	);
	const ids = communes.map(({ id }) => id);
	const required = await readRequiredReports(database, ids, period);
	const named = await tellApart(database, communes);
	const units = named.map(({ within, ...commune }): NightUnit => {
		const duty = required.get(commune.id);
		const isUsual = duty === undefined || duty.due === period.due.commune;
		return {
			...commune,
			within,
			reportsRequired: duty?.reportsRequired ?? 0,
			...(isUsual ? {} : { due: duty.due }),
		};
	});
	const reports = await readReceived(
		database,
		sql`select id, level, parent_id from admin_unit where id in ${idList(ids)}
			union all
			select id, level, parent_id from admin_unit village
			where level = 'village' and parent_id in ${idList(ids)} and ${isValidOn('village', period.endsOn)}`,
		period,
	);
	return { units, arrivals: arrivalsOf(reports, now.getTime()) };
}

/** @param units query for `id`, `level` and `parent_id`. */
function readReceived(database: Database, units: SQL, period: Period): Promise<ReceivedReport[]> {
	return queryRows<ReceivedReport & Row>(
		database,
		sql`select case unit.level when 'village' then unit.parent_id else unit.id end as "unitId",
				unit.level = 'commune' as own, report.on_time as "onTime",
				jsonb_agg(jsonb_build_object(
					'receivedAt', (extract(epoch from revision.received_at) * 1000)::float8,
					'returnedAt', case revision.state when 'returned'
						then (extract(epoch from revision.decided_at) * 1000)::float8 end
				)) as revisions
			from (${units}) unit
			join report on report.unit_id = unit.id and report.period_id = ${period.id}
			join report_revision revision on revision.report_id = report.id
			group by report.id, unit.level, unit.parent_id, unit.id`,
	);
}

type Row = Record<string, unknown>;

/** Of what a district or province did itself; a country reports to nobody. */
async function readOwn(
	database: Database,
	scope: Unit,
	period: Period,
	now: Date,
): Promise<NightFigures['own']> {
	if (scope.level !== 'district' && scope.level !== 'province') return null;
	const reports = await readReceived(
		database,
		sql`select id, level, parent_id from admin_unit where id = ${scope.id}`,
		period,
	);
	const last = arrivalsOf(reports, now.getTime()).at(-1);
	return {
		dueAt: dueAt(period, scope.level).toISOString(),
		receivedAt: last?.change === 1 ? new Date(last.at).toISOString() : null,
	};
}
