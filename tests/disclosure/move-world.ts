import { sql } from 'drizzle-orm';
import { smallestRangeOf } from '../../src/lib/contracts/publication';
import type { Interval } from '../../src/lib/coverage/disclosure/versions';
import {
	isSensitive,
	smallestPublicCount,
	wordRange,
} from '../../src/lib/coverage/disclosure/versions';
import type { Database } from '../../src/lib/server/db/client';
import type { TestProvince } from '../database/province';
import type { Random } from '../faults/random';
import { measureColumns, type PublishedRow } from '../faults/recount';
import { nameOf, type Picture } from './attacker';
import { otherWorld } from './other-world';

/** A month as it is stored in the end, and all that the public saw of it. */
export interface StoredMonth {
	periodId: number;
	published: readonly PublishedRow[];
	pictures: readonly Picture[];
}

/**
 * Gives the hidden counts of a month other values by which nothing public would be different: of
 * reports, of what was published of them and of all that they were summed up in. What is public is
 * stored beside them, and stays.
 * @returns how many counts are hidden, and how many of them have another value.
 */
export async function moveWorld(
	database: Database,
	province: TestProvince,
	month: StoredMonth,
	random: Random,
): Promise<{ hidden: number; moved: number }> {
	const { periodId, published, pictures } = month;
	const versions = new Map(pictures.at(-1)?.map(({ id, version }) => [id, version ?? 0]));
	const nameIn = ({ unitId }: PublishedRow, measure: number) =>
		nameOf(unitId, versions.get(unitId) ?? 0, measure);
	const kept = new Map(
		published.flatMap((row) => waitingRanges(row).map(([k, range]) => [nameIn(row, k), range])),
	);
	const world = otherWorld(pictures, kept, random);
	const own = published.flatMap((row) => {
		const { publication } = row;
		const latest = publication?.versions.at(-1);
		if (!publication || !latest) return [];
		const able = latest.able.map((count, k) => world.get(nameIn(row, k)) ?? count);
		const former = publication.versions.slice(0, -1);
		// A correction that waits is in nothing public, whatever it says.
		const isHeld = JSON.stringify(row.able) !== JSON.stringify(latest.able);
		const stored = { ...publication, versions: [...former, { ...latest, able }] };
		return [{ unitId: row.unitId, able: isHeld ? row.able : able, publication: stored }];
	});
	await store(database, periodId, [...own, ...sumsOver(province, published, own)]);
	const cells = published.flatMap((row) =>
		(row.publication?.versions.at(-1)?.able ?? []).flatMap((count, k) => {
			const other = world.get(nameIn(row, k));
			return other === undefined ? [] : [other !== count];
		}),
	);
	return { hidden: cells.length, moved: cells.filter(Boolean).length };
}

/** Of a count that waits it shows, by whether its class is told, whether it could point at a family. */
function waitingRanges({ publication }: PublishedRow): [measure: number, range: Interval][] {
	const latest = publication?.versions.at(-1);
	return (latest?.cells ?? []).flatMap((cell, k): [number, Interval][] => {
		const [able, base] = [latest?.able[k] ?? 0, latest?.base[k] ?? 0];
		if (cell !== 'waiting' || base === 0) return [];
		if (isSensitive(able, base)) return [[k, wordRange(able, base) ?? { low: 0, high: base }]];
		const smallest = smallestRangeOf(publication ?? {});
		const known = [
			0,
			smallestPublicCount,
			smallest,
			base - smallest + 1,
			base - smallestPublicCount + 1,
		];
		const low = known.findLast((bound) => able >= bound) ?? 0;
		const high = (known.find((bound) => able < bound) ?? base + 1) - 1;
		return [[k, able === 0 || able === base ? { low: able, high: able } : { low, high }]];
	});
}

interface Moved {
	unitId: number;
	able: readonly number[];
	publication: PublishedRow['publication'];
}

/** Whatever isn't a report of its own adds up those right below it, from the bottom up. */
function sumsOver(
	{ countryId, provinceId, communes }: TestProvince,
	published: readonly PublishedRow[],
	own: readonly Moved[],
): Moved[] {
	const known = new Map(published.map(({ unitId, able }) => [unitId, able]));
	const moved = new Map(own.map(({ unitId, able }) => [unitId, able]));
	const sums: Moved[] = [];
	const add = (unitId: number, below: readonly number[]) => {
		const before = known.get(unitId);
		if (!before || moved.has(unitId)) return;
		const able = before.map((count, k) =>
			below.reduce(
				(sum, id) =>
					sum + (moved.get(id)?.[k] ?? known.get(id)?.[k] ?? 0) - (known.get(id)?.[k] ?? 0),
				count,
			),
		);
		moved.set(unitId, able);
		sums.push({ unitId, able, publication: null });
	};
	for (const { id, villages } of communes)
		add(
			id,
			villages.map((village) => village.id),
		);
	add(
		provinceId,
		communes.map(({ id }) => id),
	);
	add(countryId, [provinceId]);
	return sums;
}

async function store(database: Database, periodId: number, moved: readonly Moved[]): Promise<void> {
	const rows = moved.map(({ able, ...row }) => ({ ...row, able: `{${able.join(',')}}` }));
	const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
		as given ("unitId" int, able text, publication jsonb)`;
	await database.execute(
		sql`update coverage set able = given.able::int[],
				publication = case when basis = 'approved' then given.publication end
			from ${given} where coverage.unit_id = given."unitId" and coverage.period_id = ${periodId}`,
	);
	const columns = measureColumns.map(
		(name, k) =>
			sql`${sql.identifier(name)} = case when ${sql.identifier(name)} is not null then (given.able::int[])[${k + 1}] end`,
	);
	await database.execute(
		sql`update report_revision set ${sql.join(columns, sql`, `)}
			from ${given}, report where report.unit_id = given."unitId" and report.period_id = ${periodId}
				and report_revision.report_id = report.id
				and report_revision.revision = report.latest_revision`,
	);
}
