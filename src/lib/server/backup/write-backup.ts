import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../db/client';
import { appliedSchema } from '../db/schema-version';
import { writeBackupFile } from './backup-file';
import { header } from './format';
import { listSequences, listTables } from './tables';

const rowsAtOnce = 500;

/**
 * Writes everything that the database holds to a new file that either engine can restore.
 * @returns the number of rows
 * @throws BackupError when there is a file of that name already.
 */
export function writeBackup(
	database: Database,
	path: string,
	onTable: (table: string, rows: number) => void = () => {},
): Promise<number> {
	return database.transaction(
		async (transaction) => {
			let total = 0;
			await writeBackupFile(
				path,
				backupLines(transaction, (table, rows) => {
					total += rows;
					onTable(table, rows);
				}),
			);
			return total;
		},
		{ isolationLevel: 'repeatable read', accessMode: 'read only' },
	);
}

async function* backupLines(
	database: Database,
	onTable: (table: string, rows: number) => void,
): AsyncGenerator<string> {
	yield JSON.stringify(header(await appliedSchema(database)));
	let total = 0;
	for (const table of await listTables(database)) {
		yield JSON.stringify({ table });
		let rows = 0;
		for await (const row of rowsOf(database, table)) {
			yield row;
			rows++;
		}
		onTable(table, rows);
		total += rows;
	}
	for (const sequence of await listSequences(database)) {
		const [state] = await queryRows<{ value: string; called: boolean }>(
			database,
			sql`select last_value::text as value, is_called as called from ${sql.identifier(sequence)}`,
		);
		yield JSON.stringify({ sequence, ...state });
	}
	yield JSON.stringify({ end: total });
}

/** Rows as JSON, made and later read by the database itself: no number passes through JavaScript. */
async function* rowsOf(database: Database, table: string): AsyncGenerator<string> {
	await database.execute(
		sql`declare backup no scroll cursor for
			select row_to_json(t)::text as row from ${sql.identifier(table)} t`,
	);
	for (;;) {
		const rows = await queryRows<{ row: string }>(
			database,
			sql.raw(`fetch ${rowsAtOnce} from backup`),
		);
		for (const { row } of rows) yield `=${row}`;
		if (rows.length < rowsAtOnce) break;
	}
	await database.execute(sql`close backup`);
}
