import { sql } from 'drizzle-orm';
import { unitLevels } from '../../contracts/admin-units';
import { queryRows, type Database } from '../../server/db/client';
import { searchKey } from '../../contracts/text/search-key';
import type { UnitEntry, UnitPlan } from './unit-plan';

/** A statement carries its rows as one text, which should stay at a few megabytes. */
const batchSize = 10_000;

/** Stores a plan, parents before children. @returns ids of all units that are new or ended. */
export async function storeUnits(database: Database, plan: UnitPlan): Promise<number[]> {
	await database.execute(sql`
		update admin_unit set valid_to = item.valid_to
		from jsonb_to_recordset(${JSON.stringify(
			plan.closed.map(({ id, validTo }) => ({ id, valid_to: validTo })),
		)}::jsonb) as item (id int, valid_to date)
		where admin_unit.id = item.id`);
	for (const level of unitLevels) {
		const entries = plan.added.filter((entry) => entry.level === level);
		for (let start = 0; start < entries.length; start += batchSize)
			await insertUnits(database, entries.slice(start, start + batchSize));
	}
	return [...plan.added, ...plan.closed].flatMap(({ id }) => id ?? []);
}

async function insertUnits(database: Database, entries: readonly UnitEntry[]): Promise<void> {
	const items = entries.map((entry) => ({
		code: entry.code,
		level: entry.level,
		kind: entry.kind,
		name: entry.name,
		search_name: searchKey(entry.name),
		parent_id: entry.parent?.id ?? null,
		valid_from: entry.validFrom,
		valid_to: entry.validTo,
	}));
	const rows = await queryRows<{ id: number; key: string }>(
		database,
		sql`insert into admin_unit (code, level, kind, name, search_name, parent_id, valid_from, valid_to)
			select code, level, kind, name, search_name, parent_id, valid_from, valid_to
			from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as item (
				code text, level text, kind text, name text, search_name text,
				parent_id int, valid_from date, valid_to date
			)
			returning id, code || ' ' || valid_from as key`,
	);
	const ids = new Map(rows.map(({ key, id }) => [key, id]));
	for (const entry of entries) entry.id = ids.get(`${entry.code} ${entry.validFrom}`) ?? null;
}
