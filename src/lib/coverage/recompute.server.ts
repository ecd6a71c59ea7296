import { sql, type SQL } from 'drizzle-orm';
import type { UnitLevel } from '../contracts/admin-units';
import { measures, type Basis, type Measure } from '../contracts/coverage';
import type { ChangePayload } from '../contracts/events';
import { queryRows, type Database } from '../server/db/client';
import { describeChanges } from './changes.server';
import { hideSmallCounts } from './hide-small-counts.server';

/** A unit in a period. */
export interface CoverageKey {
	unitId: number;
	periodId: number;
}

/** Where a unit stands in the tree. */
export interface Ancestry {
	level: UnitLevel;
	parentId: number | null;
	/** The unit and all its ancestors. */
	path: number[];
}

const columns: Record<Measure, SQL> = {
	allFive: sql`revision.all_five`,
	skill1: sql`revision.skill_1`,
	skill2: sql`revision.skill_2`,
	skill3: sql`revision.skill_3`,
	skill4: sql`revision.skill_4`,
	skill5: sql`revision.skill_5`,
	assisted: sql`revision.assisted`,
	vneid: sql`revision.vneid`,
	serviceAccount: sql`revision.service_account`,
};
const comma = sql`, `;

/** Only households where both numbers are known count, in the numerator as in the denominator. */
const ownAble = sql.join(
	measures.map(
		(measure) =>
			sql`case when revision.households is null then 0 else coalesce(${columns[measure]}, 0) end`,
	),
	comma,
);
const ownBase = sql.join(
	measures.map(
		(measure) =>
			sql`case when ${columns[measure]} is null then 0 else coalesce(revision.households, 0) end`,
	),
	comma,
);
const sumOf = (column: 'able' | 'base') =>
	sql.join(
		measures.map(
			(_, index) => sql`sum(below.${sql.raw(column)}[${sql.raw(String(index + 1))}])::int`,
		),
		comma,
	);

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
		// Sent at once: the connection runs them in order, and nobody waits for the lock any longer
		// than the database works.
		const recomputed = levels.map((level) => recomputeLevel(transaction, level, basis));
		const changed = distinct((await Promise.all(recomputed)).flat());
		const masked =
			basis === 'approved' ? await hideSmallCounts(transaction, parentsOf(changed, ancestry)) : [];
		for (const { unitId, parentId } of masked) addSibling(ancestry, unitId, parentId);
		// From the bottom up: what a sum would give away is hidden before the sum is seen.
		const depth = ({ unitId }: CoverageKey) => ancestry.get(unitId)?.path.length ?? 0;
		const touched = distinct([...changed, ...masked]).sort((a, b) => depth(b) - depth(a));
		payloads.push(...(await describeChanges(transaction, touched, basis, ancestry)));
	}
	return payloads;
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
		sql`with recursive line as (
			select id, level, parent_id from admin_unit where id in ${keys.map(({ unitId }) => unitId)}
			union
			select parent.id, parent.level, parent.parent_id
			from admin_unit parent join line on parent.id = line.parent_id
		) select id, level, parent_id as "parentId" from line`,
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
function addSibling(ancestry: Map<number, Ancestry>, unitId: number, parentId: number): void {
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
				report.first_received_at as received_at, revision.decided_at as approved_at
			from key
			join report on report.unit_id = key."unitId" and report.period_id = key."periodId"
			join report_revision revision
				on revision.report_id = report.id and revision.revision = report.${pointer}
		), summed as (
			select key."unitId" as unit_id, key."periodId" as period_id,
				array[${sumOf('able')}] as able, array[${sumOf('base')}] as base,
				sum(below.reports)::int as reports, sum(below.reports_on_time)::int as reports_on_time,
				false as own_report, max(below.received_at) as received_at, max(below.approved_at) as approved_at
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
				(unit_id, period_id, basis, able, base, reports, reports_on_time, own_report, received_at, approved_at)
			select unit_id, period_id, ${basis}, able, base, reports, reports_on_time, own_report, received_at,
				${basis === 'approved' ? sql`approved_at` : sql`null::timestamptz`}
			from next
			on conflict (unit_id, period_id, basis) do update set
				able = excluded.able, base = excluded.base, reports = excluded.reports,
				reports_on_time = excluded.reports_on_time, own_report = excluded.own_report,
				received_at = excluded.received_at, approved_at = excluded.approved_at
			where (present.able, present.base, present.reports, present.reports_on_time, present.own_report, present.received_at, present.approved_at)
				is distinct from (excluded.able, excluded.base, excluded.reports, excluded.reports_on_time, excluded.own_report, excluded.received_at, excluded.approved_at)
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
