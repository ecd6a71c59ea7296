import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';
import type { ReadRow } from './read-rows.server';

/**
 * A spreadsheet takes a code for a number and drops the zeros before it: where no unit bears the code
 * as it is written and one bears it with its zeros, that one is meant.
 */
export async function restoreZeros(database: Database, rows: readonly ReadRow[]): Promise<void> {
	const written = [...new Set(rows.map(({ unit }) => unit))].filter((unit) => /^\d+$/.test(unit));
	if (written.length === 0) return;
	const found = await queryRows<{ written: string; code: string }>(
		database,
		sql`select distinct written, code
			from jsonb_array_elements_text(${JSON.stringify(written)}::jsonb) written
			join admin_unit on code in ('0' || written, '00' || written)
			where not exists (select from admin_unit own where own.code = written)`,
	);
	const codes = new Map<string, string[]>();
	for (const { written: unit, code } of found) codes.set(unit, [...(codes.get(unit) ?? []), code]);
	for (const row of rows) {
		const [code, ...others] = codes.get(row.unit) ?? [];
		if (code === undefined || others.length > 0) continue;
		row.unit = code;
		row.input.unit = code;
	}
}
