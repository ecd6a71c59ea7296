import { sql } from 'drizzle-orm';
import type { UnitLevel } from '../../contracts/admin-units';
import {
	smallestRanges,
	type Counts,
	type Publication,
	type Version,
} from '../../contracts/publication';
import { queryRows, type Database } from '../../server/db/client';
import { readNearestRules } from '../nearest-rule.server';
import { sumOf } from '../sums.server';
import { publish } from './publish';
import { counted, type Below } from './versions';

/** A unit's own report of a period, and the unit right above it. */
export interface ReportKey {
	unitId: number;
	periodId: number;
	parentId: number | null;
}

interface ReportRow extends ReportKey, Record<string, unknown> {
	level: UnitLevel;
	/** The first day of its period. */
	startsOn: string;
	able: number[];
	base: number[];
	publicAble: number[];
	publicBase: number[];
	publication: Publication | null;
	below: Below | null;
}

/**
 * Decides what the public may see of approved reports that came or changed, and of those of their
 * siblings. The caller holds `lockChanges` and sums up afterwards.
 * @returns those of which the public sees something else than before.
 */
export async function publishReports(
	transaction: Database,
	keys: readonly ReportKey[],
): Promise<ReportKey[]> {
	if (keys.length === 0) return [];
	const rows = await readFamilies(transaction, keys);
	const smallestOf = await readSmallestRanges(transaction, rows);
	const families = new Map<string, ReportRow[]>();
	for (const row of rows) {
		const family = `${row.parentId ?? `alone ${row.unitId}`}:${row.periodId}`;
		families.set(family, [...(families.get(family) ?? []), row]);
	}
	const changed = [...families.values()].flatMap((siblings) => {
		const leaves = siblings.map((row) => ({
			unitId: row.unitId,
			current: { able: row.able, base: row.base },
			below: row.below,
			...(row.publication ?? firstOf(row, smallestOf(row.unitId, row.startsOn))),
		}));
		const decided = publish(leaves);
		return siblings.flatMap((row, index) => {
			const versions = decided.get(row.unitId) ?? [];
			const { classed = true, smallestRange, versions: before = [] } = leaves[index] ?? {};
			const totals = totalsOf(row, versions.at(-1));
			const isSame =
				isEqual(before, versions) &&
				isEqual([row.publicAble, row.publicBase], [totals.able, totals.base]);
			const promised = { classed, ...(smallestRange !== undefined && { smallestRange }) };
			return isSame ? [] : [{ row, publication: { ...promised, versions }, totals }];
		});
	});
	if (changed.length > 0) await store(transaction, changed);
	return changed.map(({ row: { unitId, periodId, parentId } }) => ({ unitId, periodId, parentId }));
}

/** Nothing was published of it yet; from now on it keeps what the rules of its month ask for. */
function firstOf({ level }: ReportRow, asked: number = smallestRanges.least): Publication {
	const smallestRange = asked > smallestRanges.least ? asked : undefined;
	return { classed: level !== 'village', ...(smallestRange && { smallestRange }), versions: [] };
}

/** Of the units of which nothing was published yet. */
function readSmallestRanges(transaction: Database, rows: readonly ReportRow[]) {
	const first = rows.filter(({ publication }) => publication === null);
	const ids = [...new Set(first.map(({ unitId }) => unitId))];
	const days = first.map(({ startsOn }) => startsOn);
	return readNearestRules(transaction, 'smallest_range', ids, days);
}

function readFamilies(transaction: Database, keys: readonly ReportKey[]): Promise<ReportRow[]> {
	const families = new Map(
		keys.map(({ unitId, periodId, parentId }) => {
			const family = { parentId, periodId, unitId: parentId === null ? unitId : null };
			return [JSON.stringify(family), family];
		}),
	);
	return queryRows<ReportRow>(
		transaction,
		sql`with key as (
			select * from jsonb_to_recordset(${JSON.stringify([...families.values()])}::jsonb)
				as key ("parentId" int, "periodId" int, "unitId" int)
			limit ${families.size}
		), member as (
			select child.id, child.parent_id, child.level, key."periodId"
			from key join admin_unit child on child.parent_id = key."parentId"
			union all
			select child.id, child.parent_id, child.level, key."periodId"
			from key join admin_unit child on child.id = key."unitId"
		)
		select member.parent_id as "parentId", member.level, row.unit_id as "unitId",
			row.period_id as "periodId", row.able, row.base, row.publication,
			(select starts_on::text from reporting_period where id = row.period_id) as "startsOn",
			row.public_able as "publicAble", row.public_base as "publicBase", case when counted_able is not null
				then jsonb_build_object('received', coalesce(received, '{}'), 'waiting', waiting,
					'counted', jsonb_build_object('able', counted_able, 'base', counted_base)) end as below
		from member
		join lateral (
			select * from coverage
			where coverage.unit_id = member.id and coverage.period_id = member."periodId"
				and coverage.basis = 'approved' and coverage.own_report
			offset 0
		) as row on true
		left join lateral (
			select array[${sumOf('public_able')}] as counted_able, array[${sumOf('public_base')}] as counted_base,
				bit_or(below.waiting_measures) as waiting
			from admin_unit child join coverage below on below.unit_id = child.id
				and below.period_id = row.period_id and below.basis = 'approved'
			where child.parent_id = member.id having count(*) > 0
		) as approved on member.level <> 'village'
		left join lateral (
			select array[${sumOf('base')}] as received
			from admin_unit child join coverage below on below.unit_id = child.id
				and below.period_id = row.period_id and below.basis = 'provisional'
			where child.parent_id = member.id having count(*) > 0
		) as provisional on member.level <> 'village'
		order by row.unit_id`,
	);
}

/** What totals hold of a report; where a count of it waits, the sum of the units below stays. */
function totalsOf({ below }: ReportRow, version: Version | undefined): Counts {
	if (!version) return { able: [], base: [] };
	const own = counted(version);
	const isWaiting = (measure: number) => version.cells[measure] === 'waiting';
	const totals = (of: 'able' | 'base') =>
		own[of].map((count, k) => (isWaiting(k) ? (below?.counted[of][k] ?? 0) : count));
	return { able: totals('able'), base: totals('base') };
}

const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

interface Decided {
	row: ReportRow;
	publication: Publication;
	totals: Counts;
}

async function store(transaction: Database, decided: readonly Decided[]): Promise<void> {
	const array = (counts: readonly number[]) => `{${counts.join(',')}}`;
	const rows = decided.map(({ row: { unitId, periodId }, publication, totals }) => ({
		unitId,
		periodId,
		able: array(totals.able),
		base: array(totals.base),
		waiting: (publication.versions.at(-1)?.cells ?? []).reduce<number>(
			(bits, cell, measure) => (cell === 'waiting' ? bits | (1 << measure) : bits),
			0,
		),
		publication,
	}));
	await transaction.execute(
		sql`update coverage set public_able = key.able::int[], public_base = key.base::int[],
				waiting_measures = key.waiting, publication = key.publication
			from (
				select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
					as key ("unitId" int, "periodId" int, able text, base text, waiting int, publication jsonb)
				limit ${rows.length}
			) as key
			where coverage.unit_id = key."unitId" and coverage.period_id = key."periodId"
				and coverage.basis = 'approved'`,
	);
}
