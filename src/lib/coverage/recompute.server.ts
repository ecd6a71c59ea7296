import { sql, type SQL } from 'drizzle-orm';
import type { UnitLevel } from '../contracts/admin-units';
import type { Basis } from '../contracts/coverage';
import type { ChangePayload } from '../contracts/events';
import { queryRows, type Database } from '../server/db/client';
import { describeChanges } from './changes.server';
import { publishReports } from './disclosure/publish-reports.server';
import type { Ancestry, CoverageKey } from './keys';
import { householdLevels, ownAble, ownBase } from './own-figures.server';
import { sumOf } from './sums.server';
import { unitsAbove } from '../server/db/unit-tree';

/** What is public of a unit's own report is decided elsewhere; a sum has no publication of its own. */
const keptOr = (column: string) =>
	sql.raw(`case when excluded.own_report then present.${column} else excluded.${column} end`);
/** Of the approved alone something is public. */
const publicSums: Record<Basis, SQL> = {
	approved: sql`array[${sumOf('public_able')}] as public_able, array[${sumOf('public_base')}] as public_base,
		bit_or(below.waiting_measures) as waiting_measures`,
	provisional: sql`array[]::int[] as public_able, array[]::int[] as public_base, 0 as waiting_measures`,
};

/**
 * Recomputes the coverage of units and of everything above them from what is stored now, and returns
 * what changed, for the log. The caller has changed the reports and holds `lockChanges`.
 * A unit's own report replaces the sum of the units below it; never both.
 */
export async function recomputeCoverage(
	transaction: Database,
	keys: readonly CoverageKey[],
	changedBases: readonly Basis[],
): Promise<ChangePayload[]> {
	if (keys.length === 0) return [];
	const ancestry = await readAncestry(transaction, keys);
	const levels = levelsUpwards(keys, ancestry);
	const payloads: ChangePayload[] = [];
	for (const basis of changedBases) {
		const touched = distinct([
			...(await recomputeReported(transaction, keys, basis, ancestry)),
			...(await recomputeLevels(transaction, levels.slice(1), basis)),
			...(basis === 'approved' ? await publishAbove(transaction, levels, ancestry) : []),
		]);
		// From the bottom up: a part is seen before the sum that holds it.
		const depth = ({ unitId }: CoverageKey) => ancestry.get(unitId)?.path.length ?? 0;
		touched.sort((a, b) => depth(b) - depth(a));
		payloads.push(...(await describeChanges(transaction, touched, basis, ancestry)));
	}
	return payloads;
}

/** The rows of the reports themselves, with what the public may see of them and of their siblings. */
async function recomputeReported(
	transaction: Database,
	keys: readonly CoverageKey[],
	basis: Basis,
	ancestry: Map<number, Ancestry>,
): Promise<CoverageKey[]> {
	const changed = await recomputeLevel(transaction, keys, basis);
	if (basis === 'provisional') return changed;
	return [...changed, ...(await publishOf(transaction, changed, ancestry))];
}

/**
 * Sums of levels, the lowest first. Sent at once: the connection runs them in order, and nobody waits
 * for the lock any longer than the database works.
 */
async function recomputeLevels(
	transaction: Database,
	levels: readonly (readonly CoverageKey[])[],
	basis: Basis,
): Promise<CoverageKey[]> {
	const recomputed = levels.map((level) => recomputeLevel(transaction, level, basis));
	return (await Promise.all(recomputed)).flat();
}

/**
 * Reports of units further up for which, in part, the sum of the units below still stands: it may
 * have moved. Nearly always there are none.
 */
async function publishAbove(
	transaction: Database,
	levels: readonly (readonly CoverageKey[])[],
	ancestry: Map<number, Ancestry>,
): Promise<CoverageKey[]> {
	const above = levels.slice(1).flat();
	if (above.length === 0) return [];
	const reported = await queryRows<CoverageKey & Record<string, unknown>>(
		transaction,
		sql`select row.unit_id as "unitId", row.period_id as "periodId"
			from (
				select * from jsonb_to_recordset(${JSON.stringify(above)}::jsonb) as key ("unitId" int, "periodId" int)
				limit ${above.length}
			) as key
			join coverage row on row.unit_id = key."unitId" and row.period_id = key."periodId"
				and row.basis = 'approved' and row.own_report`,
	);
	if (reported.length === 0) return [];
	const touched: CoverageKey[] = [];
	for (const [index, level] of levels.entries()) {
		const isHere = new Set(level.map(({ unitId, periodId }) => `${unitId}:${periodId}`));
		const here = reported.filter(({ unitId, periodId }) => isHere.has(`${unitId}:${periodId}`));
		if (index === 0 || here.length === 0) continue;
		touched.push(...(await publishOf(transaction, here, ancestry)));
		touched.push(...(await recomputeLevels(transaction, levels.slice(index + 1), 'approved')));
	}
	return touched;
}

async function publishOf(
	transaction: Database,
	keys: readonly CoverageKey[],
	ancestry: Map<number, Ancestry>,
): Promise<CoverageKey[]> {
	const reported = keys.map(({ unitId, periodId }) => {
		const parentId = ancestry.get(unitId)?.parentId ?? null;
		return { unitId, periodId, parentId };
	});
	const published = await publishReports(transaction, reported);
	for (const { unitId, parentId } of published) addSibling(ancestry, unitId, parentId);
	return published.map(({ unitId, periodId }) => ({ unitId, periodId }));
}

/** Decides what the public may see of reports that are counted already, and sums it up. */
export async function publishStored(
	transaction: Database,
	keys: readonly CoverageKey[],
): Promise<void> {
	const ancestry = await readAncestry(transaction, keys);
	const levels = levelsUpwards(keys, ancestry);
	await publishOf(transaction, keys, ancestry);
	await recomputeLevels(transaction, levels.slice(1), 'approved');
	await publishAbove(transaction, levels, ancestry);
}

/** The keys themselves, then those right above them, and so on to the top. */
function levelsUpwards(
	keys: readonly CoverageKey[],
	ancestry: ReadonlyMap<number, Ancestry>,
): (readonly CoverageKey[])[] {
	const levels: (readonly CoverageKey[])[] = [];
	for (let level = keys; level.length > 0; level = parentsOf(level, ancestry)) levels.push(level);
	return levels;
}

async function readAncestry(
	transaction: Database,
	keys: readonly CoverageKey[],
): Promise<Map<number, Ancestry>> {
	const rows = await queryRows<{ id: number; level: UnitLevel; parentId: number | null }>(
		transaction,
		sql`select distinct id, level, parent_id as "parentId"
			from ${unitsAbove(keys.map(({ unitId }) => unitId))} line`,
	);
	const byId = new Map(rows.map((row) => [row.id, row]));
	const pathOf = (id: number): number[] => {
		const parentId = byId.get(id)?.parentId ?? null;
		return parentId === null ? [id] : [id, ...pathOf(parentId)];
	};
	return new Map(
		rows.map(({ id, level, parentId }) => [id, { level, parentId, path: pathOf(id) }]),
	);
}

/** A unit outside the changed lines stands on the same level as they do, under the same parent. */
function addSibling(
	ancestry: Map<number, Ancestry>,
	unitId: number,
	parentId: number | null,
): void {
	const sibling = [...ancestry.values()].find((place) => place.parentId === parentId);
	if (!sibling || ancestry.has(unitId)) return;
	ancestry.set(unitId, { ...sibling, path: [unitId, ...sibling.path.slice(1)] });
}

/**
 * Writes the rows of these keys, or removes those that no report stands behind. @returns the changed
 * ones. The limit tells the planner how few keys there are: it would guess 100, and read everything.
 * The offset makes it begin with the units below: of a month that has just begun its statistics know
 * nothing, and it would read all of it.
 */
async function recomputeLevel(
	transaction: Database,
	keys: readonly CoverageKey[],
	basis: Basis,
): Promise<CoverageKey[]> {
	const pointer = sql.raw(basis === 'approved' ? 'approved_revision' : 'provisional_revision');
	return queryRows<CoverageKey & Record<string, unknown>>(
		transaction,
		sql`with key as (
			select * from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as key ("unitId" int, "periodId" int)
			limit ${keys.length}
		), own as (
			select key."unitId" as unit_id, key."periodId" as period_id,
				array[${ownAble}] as able, array[${ownBase}] as base,
				1 as reports, report.on_time::int as reports_on_time, true as own_report,
				report.first_received_at as received_at, revision.decided_at as approved_at,
				array[]::int[] as public_able, array[]::int[] as public_base, 0 as waiting_measures
			from key
			join admin_unit unit on unit.id = key."unitId" and unit.level in ${householdLevels}
			join report on report.unit_id = key."unitId" and report.period_id = key."periodId"
			join report_revision revision
				on revision.report_id = report.id and revision.revision = report.${pointer}
		), summed as (
			select key."unitId" as unit_id, key."periodId" as period_id,
				array[${sumOf('able')}] as able, array[${sumOf('base')}] as base,
				sum(below.reports)::int as reports, sum(below.reports_on_time)::int as reports_on_time,
				false as own_report, max(below.received_at) as received_at, max(below.approved_at) as approved_at,
				${publicSums[basis]}
			from key
			join admin_unit child on child.parent_id = key."unitId"
			join lateral (
				select * from coverage row
				where row.unit_id = child.id and row.period_id = key."periodId" and row.basis = ${basis}
				offset 0
			) below on true
			where not exists (select from own where own.unit_id = key."unitId" and own.period_id = key."periodId")
			group by 1, 2
		), next as (
			select * from own union all select * from summed
		), written as (
			insert into coverage as present
				(unit_id, period_id, basis, able, base, reports, reports_on_time, own_report, received_at, approved_at,
				public_able, public_base, waiting_measures)
			select unit_id, period_id, ${basis}, able, base, reports, reports_on_time, own_report, received_at,
				${basis === 'approved' ? sql`approved_at` : sql`null::timestamptz`},
				public_able, public_base, waiting_measures
			from next
			on conflict (unit_id, period_id, basis) do update set
				able = excluded.able, base = excluded.base, reports = excluded.reports,
				reports_on_time = excluded.reports_on_time, own_report = excluded.own_report,
				received_at = excluded.received_at, approved_at = excluded.approved_at,
				public_able = ${keptOr('public_able')}, public_base = ${keptOr('public_base')},
				waiting_measures = ${keptOr('waiting_measures')}, publication = ${keptOr('publication')}
			where (present.able, present.base, present.reports, present.reports_on_time, present.own_report, present.received_at, present.approved_at)
				is distinct from (excluded.able, excluded.base, excluded.reports, excluded.reports_on_time, excluded.own_report, excluded.received_at, excluded.approved_at)
				or not excluded.own_report
				and (present.public_able, present.public_base, present.waiting_measures)
				is distinct from (excluded.public_able, excluded.public_base, excluded.waiting_measures)
			returning unit_id, period_id
		), removed as (
			delete from coverage gone using key
			where gone.unit_id = key."unitId" and gone.period_id = key."periodId" and gone.basis = ${basis}
				and not exists (select from next where next.unit_id = gone.unit_id and next.period_id = gone.period_id)
			returning gone.unit_id, gone.period_id
		)
		select unit_id as "unitId", period_id as "periodId" from written
		union all select unit_id, period_id from removed`,
	);
}

function parentsOf(
	keys: readonly CoverageKey[],
	ancestry: ReadonlyMap<number, Ancestry>,
): CoverageKey[] {
	return distinct(
		keys.flatMap(({ unitId, periodId }) => {
			const parentId = ancestry.get(unitId)?.parentId ?? null;
			return parentId === null ? [] : [{ unitId: parentId, periodId }];
		}),
	);
}

function distinct(keys: readonly CoverageKey[]): CoverageKey[] {
	return [...new Map(keys.map((key) => [`${key.unitId}:${key.periodId}`, key])).values()];
}
