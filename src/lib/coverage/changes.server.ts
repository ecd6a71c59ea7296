import { sql } from 'drizzle-orm';
import type { Basis } from '../contracts/coverage';
import type { ChangePayload } from '../contracts/events';
import { coverage } from '../server/db/schema';
import type { Database } from '../server/db/client';
import { toInternalFigures, toPublicFigures, toStatus } from './figures.server';
import type { Ancestry, CoverageKey } from './keys';

/**
 * Change-log entries for rows that were just written or removed. Approved figures of a commune and
 * above are public; villages and provisional figures are for screens behind a sign-in, which also
 * get what the public entry hides.
 */
export async function describeChanges(
	transaction: Database,
	keys: readonly CoverageKey[],
	basis: Basis,
	ancestry: ReadonlyMap<number, Ancestry>,
): Promise<ChangePayload[]> {
	if (keys.length === 0) return [];
	const rows = await transaction
		.select()
		.from(coverage)
		.where(
			sql`${coverage.basis} = ${basis} and (${coverage.unitId}, ${coverage.periodId}) in (
				select * from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as key ("unitId" int, "periodId" int)
				limit ${keys.length})`,
		);
	const byKey = new Map(rows.map((row) => [`${row.unitId}:${row.periodId}`, row]));
	return keys.flatMap(({ unitId, periodId }) => {
		const place = ancestry.get(unitId);
		if (!place) throw new Error(`The place of unit ${unitId} in the tree is unknown.`);
		const { level, path } = place;
		const row = byKey.get(`${unitId}:${periodId}`);
		const about = { path, level, periodId, unitId };
		const figures = (
			audience: 'public' | 'internal',
			value: ReturnType<typeof toInternalFigures> | null,
		): ChangePayload => ({ type: 'figures', audience, ...about, basis, figures: value });

		const isPublic = basis === 'approved' && level !== 'village';
		const payloads: ChangePayload[] = [];
		if (isPublic) payloads.push(figures('public', row ? toPublicFigures(row) : null));
		if (!isPublic || (row && !isAllPublic(row)))
			payloads.push(figures('internal', row ? toInternalFigures(row) : null));
		if (basis === 'provisional' && level !== 'village')
			payloads.push({ type: 'status', ...about, status: toStatus(unitId, row) });
		return payloads;
	});
}

/** Whether the public is told nothing else than the screens behind a sign-in. */
function isAllPublic(row: typeof coverage.$inferSelect): boolean {
	const { able, base } = toPublicFigures(row);
	return row.able.every(
		(count, measure) => count === able[measure] && row.base[measure] === base[measure],
	);
}
