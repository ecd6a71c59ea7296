import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../tests/database';
import { queryRows, type Database, type DatabaseHandle } from '../db/client';
import { BackupError } from './backup-error';
import { restoreBackup } from './restore-backup';
import { listSequences, listTables } from './tables';
import { writeBackup } from './write-backup';

const engines = ['embedded', 'postgres'] as const;
let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'nhip-so-backup-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** One of everything that a text format could spoil: bytes, big numbers, microseconds, odd strings. */
const awkwardData = [
	`insert into admin_unit (code, level, kind, name, search_name, valid_from)
		select lpad(g::text, 5, '0'), 'commune', 'xa', 'Xã ' || g, 'xa ' || g, '2025-07-01'
		from generate_series(1, 1200) g`,
	// Against the order of ids: a child stands before its parent.
	`update admin_unit set parent_id = id + 1 where id < 1200`,
	`insert into account (name, display_name, password_hash)
		values ('an', E'Dòng\\n\\u2028 "hai" \\\\ ', '$argon2id$x')`,
	`insert into audit_log (at, account_id, action, subject, details)
		values ('2026-11-21 08:09:10.123456+07', 1, 'a', 'b', '{"x": [1, null, "=é"], "n": 12345678901234567890.5}')`,
	`insert into unit_lineage (old_unit_id, new_unit_id, extent, share)
		values (1, 2, 'partial', 0.1234567890123456789)`,
	`insert into boundary_layer (scope_unit_id, structure_from, hash, brotli, gzip, byte_length)
		values (1, '2025-07-01', 'h', '\\x00ff0a0d5c', '\\x', 9007199254740993)`,
	`insert into reporting_period (code, kind, starts_on, ends_on)
		values ('2026-10', 'month', '2026-10-01', '2026-10-31')`,
	`insert into coverage (unit_id, period_id, basis, able, base, reports, reports_on_time, own_report, received_at)
		values (1, 1, 'approved', '{1,2,3}', '{4,5,6}', 1, 1, true, '2026-10-20T00:00:00.000001Z')`,
	`update change_counter set last_number = 77`,
	`insert into team (unit_id, name, founded_on) values (1, 'Tổ', '2022-04-15')`,
	`delete from team`,
];

async function filled(engine: (typeof engines)[number]): Promise<DatabaseHandle> {
	const handle = await openTestDatabase(engine);
	for (const statement of awkwardData) await handle.database.execute(sql.raw(statement));
	return handle;
}

/** The whole content as text, in an order that doesn't depend on how it is stored. */
async function content(database: Database) {
	const result: Record<string, unknown> = {};
	for (const table of await listTables(database))
		result[table] = await queryRows(
			database,
			sql`select row_to_json(t)::text as row from ${sql.identifier(table)} t order by 1`,
		);
	for (const sequence of await listSequences(database))
		result[sequence] = await queryRows(
			database,
			sql`select last_value::text, is_called from ${sql.identifier(sequence)}`,
		);
	return result;
}

describe.each(engines)('a backup of %s', (engine) => {
	let source: DatabaseHandle;
	let file: string;
	beforeAll(async () => {
		source = await filled(engine);
		file = join(folder, `${engine}.backup`);
		await writeBackup(source.database, file);
	});
	afterAll(() => source.close());

	it.each(engines)('comes back whole in %s', async (target) => {
		const handle = await openTestDatabase(target);
		try {
			const rows = await restoreBackup(handle.database, file);
			expect(rows).toBeGreaterThan(1200);
			expect(await content(handle.database)).toEqual(await content(source.database));
			// Foreign keys are checked at once again, and new ids follow the old ones.
			await expect(
				handle.database.execute(sql`insert into team (unit_id, name, founded_on)
					values (999999, 'x', '2026-01-01')`),
			).rejects.toMatchObject({ cause: { code: '23503' } });
			const [team] = await queryRows(
				handle.database,
				sql`insert into team (unit_id, name, founded_on) values (1, 'Tổ', '2026-01-01') returning id`,
			);
			expect(team).toEqual({ id: 3 });
			await expect(handle.database.execute(sql`delete from audit_log`)).rejects.toThrow();
		} finally {
			await handle.close();
		}
	});

	it('may be read by its owner alone, and never replaces a file', async () => {
		expect((await stat(file)).mode & 0o777).toBe(0o600);
		await expect(writeBackup(source.database, file)).rejects.toThrow(BackupError);
	});

	it('goes into an empty database only', async () => {
		await expect(restoreBackup(source.database, file)).rejects.toThrow(
			/already holds data \(table account\)/,
		);
	});

	it('is refused when cut off or changed anywhere, and nothing is changed', async () => {
		const handle = await openTestDatabase(engine);
		try {
			const before = await content(handle.database);
			const bytes = await readFile(file);
			const { length } = bytes;
			const damaged = join(folder, `${engine}.damaged`);
			const refuse = async (content: Buffer) => {
				await writeFile(damaged, content);
				await expect(restoreBackup(handle.database, damaged)).rejects.toThrow(BackupError);
			};
			for (const cut of [0, 1, 60, length >> 1, length - 1]) await refuse(bytes.subarray(0, cut));
			for (const at of [0, 4, 20, length >> 1, length - 74, length - 73, length - 40, length - 1]) {
				const flipped = Buffer.from(bytes);
				flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
				await refuse(flipped);
			}
			expect(await content(handle.database)).toEqual(before);
		} finally {
			await handle.close();
		}
	});

	it('is refused by another schema', async () => {
		const handle = await openTestDatabase(engine);
		try {
			await handle.database.execute(
				sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`,
			);
			await expect(restoreBackup(handle.database, file)).rejects.toThrow(/another schema/);
		} finally {
			await handle.close();
		}
	});
});
