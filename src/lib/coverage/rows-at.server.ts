import { sql, type SQL } from 'drizzle-orm';
import type { Basis, UnitFigures, UnitStatus } from '../contracts/coverage';
import { idList } from '../server/db/among';
import { queryRows, type Database } from '../server/db/client';
import { instant } from '../server/db/instant';
import { stoodAt } from '../server/db/stood-at';
import { unitsBelow, type Roots } from '../server/db/unit-tree';
import { householdLevels, ownAble, ownBase } from './own-figures.server';
import { entryTakenDown } from './record/taken-down.server';
import { sumUp, type CountedRow, type PlacedUnit } from './sum-up';

/** Which `revision` of a report counted at an instant, the newest of those for which this holds. */
const counted: Record<Basis, (at: SQL) => SQL> = {
	approved: (at) => sql`(revision.state = 'approved' and revision.decided_at <= ${at})`,
	provisional: stoodAt,
};

/**
 * Coverage of units and of everything below them in a period as it stood at an instant, from what reports
 * themselves record: nothing else is kept of what was. No unit may lie below another one.
 */
export async function readRowsAt(
	database: Database,
	roots: Roots,
	{ periodId, basis, at }: { periodId: number; basis: Basis; at: Date },
): Promise<Map<number, CountedRow>> {
	const units = await queryRows<PlacedUnit & Record<string, unknown>>(
		database,
		sql`select id, parent_id as "parentId", depth from ${unitsBelow(roots)} below`,
	);
	const rows = await queryRows<Omit<CountedRow, 'reports' | 'reportsOnTime'> & OwnRow>(
		database,
		sql`select report.unit_id as "unitId", array[${ownAble}] as able, array[${ownBase}] as base,
				report.on_time as "onTime", true as "ownReport",
				(extract(epoch from report.first_received_at) * 1000)::float8 as "receivedAt",
				${basis === 'approved' ? sql`(extract(epoch from revision.decided_at) * 1000)::float8` : sql`null::float8`} as "approvedAt"
			from report
			join lateral (
				select * from report_revision revision
				where revision.report_id = report.id and ${counted[basis](instant(at))}
				order by revision.revision desc limit 1
			) revision on true
			where report.period_id = ${periodId}
				and report.unit_id in (select id from ${unitsBelow(roots)} below where level in ${householdLevels})`,
	);
	const own = new Map(
		rows.map(({ unitId, onTime, ...row }): [number, CountedRow] => [
			unitId,
			{ ...row, reports: 1, reportsOnTime: onTime ? 1 : 0 },
		]),
	);
	return sumUp(own, units);
}

interface OwnRow extends Record<string, unknown> {
	unitId: number;
	onTime: boolean;
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

export const figuresOf = (unitId: number, basis: Basis, row: CountedRow): UnitFigures => ({
	...{ unitId, basis, able: row.able, base: row.base },
	receivedAt: iso(row.receivedAt),
	approvedAt: row.approvedAt === null ? null : iso(row.approvedAt),
	...(row.ownReport ? { ownReport: true as const } : {}),
});

const statusOf = (unitId: number, row: CountedRow): UnitStatus => ({
	...{ unitId, reports: row.reports, reportsOnTime: row.reportsOnTime, ownReport: row.ownReport },
	receivedAt: iso(row.receivedAt),
});

/** Of periods those in which a report came or was decided on since an instant: all others stand as they stood. */
export async function changedSince(
	database: Database,
	periodIds: readonly number[],
	at: Date,
): Promise<Set<number>> {
	const rows = await queryRows<{ id: number }>(
		database,
		sql`select period.id from reporting_period period
			where period.id in ${idList(periodIds)}
				and exists (select from report join report_revision revision on revision.report_id = report.id
					where report.period_id = period.id
						and (revision.received_at > ${instant(at)} or revision.decided_at > ${instant(at)}))`,
	);
	return new Set(rows.map(({ id }) => id));
}

/** What the public was shown of units in a period at an instant, as it was recorded then; not what was taken down. */
export async function readPublishedAt(
	database: Database,
	unitIds: readonly number[],
	periodId: number,
	at: Date,
): Promise<UnitFigures[]> {
	const rows = await queryRows<{ figures: UnitFigures | null }>(
		database,
		sql`select distinct on (entry.unit_id)
				case when ${entryTakenDown} is null then entry.figures end as figures
			from published_figures entry
			where entry.period_id = ${periodId} and entry.at <= ${instant(at)}
				and entry.unit_id in ${idList(unitIds)}
			order by entry.unit_id, entry.number desc`,
	);
	return rows.flatMap(({ figures }) => figures ?? []);
}

/** The figures and statuses of a snapshot as they stood at an instant. */
export async function readFiguresAt(
	database: Database,
	scopeUnitId: number,
	unitIds: readonly number[],
	{
		periodId,
		at,
		isInternal,
	}: { periodId: number; at: Date; isInternal: (unitId: number) => boolean },
): Promise<{ figures: UnitFigures[]; statuses: UnitStatus[] }> {
	const read = (basis: Basis) => readRowsAt(database, scopeUnitId, { periodId, basis, at });
	const [approved, provisional] = [await read('approved'), await read('provisional')];
	const internal = unitIds.filter(isInternal);
	const pick = <Picked>(
		ids: readonly number[],
		rows: ReadonlyMap<number, CountedRow>,
		of: (unitId: number, row: CountedRow) => Picked,
	) =>
		ids.flatMap((id) => {
			const row = rows.get(id);
			return row ? [of(id, row)] : [];
		});
	return {
		figures: [
			...pick(internal, approved, (id, row) => figuresOf(id, 'approved', row)),
			...pick(internal, provisional, (id, row) => figuresOf(id, 'provisional', row)),
			...(await readPublishedAt(
				database,
				unitIds.filter((id) => !isInternal(id)),
				periodId,
				at,
			)),
		],
		statuses: pick(unitIds, provisional, statusOf),
	};
}
