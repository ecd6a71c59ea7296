import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../db/client';
import { appliedSchema } from '../db/schema-version';
import { BackupError } from './backup-error';
import { readBackupFile, verifyBackupFile } from './backup-file';
import { parseHeader, parseLine } from './format';
import { listForeignKeys, listTables } from './tables';

/** What the program puts there by itself: replaced by the backup's own. */
const ownContent = new Set([
	'indicator',
	'change_counter',
	'reporting_period',
	'period_due_date',
	'deadline_version',
]);

const batchRows = 500;
const batchBytes = 4_000_000;

/**
 * Brings a freshly migrated database to what the backup holds: all of it or, after any error, nothing.
 * @returns the number of rows
 * @throws BackupError when the file is damaged or of another schema, or the database holds data.
 */
export async function restoreBackup(
	database: Database,
	path: string,
	onTable: (table: string) => void = () => {},
): Promise<number> {
	await verifyBackupFile(path);
	return database.transaction(async (transaction) => {
		const lines = readBackupFile(path);
		await refuseOtherSchema(transaction, (await lines.next()).value ?? '', path);
		const tables = await listTables(transaction);
		await transaction.execute(
			sql`lock table ${sql.join(tables.map(sql.identifier), sql`, `)} in access exclusive mode`,
		);
		await refuseUnlessEmpty(transaction, tables);
		const foreignKeys = await listForeignKeys(transaction);
		for (const alter of foreignKeys) await transaction.execute(alter('atCommit'));
		for (const table of ownContent)
			await transaction.execute(sql`delete from ${sql.identifier(table)}`);
		const rows = await load(transaction, lines, onTable);
		await transaction.execute(sql`set constraints all immediate`);
		for (const alter of foreignKeys) await transaction.execute(alter('atOnce'));
		return rows;
	});
}

async function refuseUnlessEmpty(database: Database, tables: string[]): Promise<void> {
	for (const table of tables.filter((name) => !ownContent.has(name))) {
		const rows = await queryRows(database, sql`select 1 from ${sql.identifier(table)} limit 1`);
		if (rows.length > 0)
			throw new BackupError(
				`The database already holds data (table ${table}). Nothing was changed. Restore into a new one: another DATA_DIR or DATABASE_URL.`,
			);
	}
}

async function refuseOtherSchema(database: Database, firstLine: string, path: string) {
	const { schema } = parseHeader(firstLine, path);
	if (schema !== (await appliedSchema(database)))
		throw new BackupError(
			`${path} was made by a version of the program with another schema. Nothing was changed. Restore it with that version, then upgrade.`,
		);
}

async function load(
	database: Database,
	lines: AsyncIterable<string>,
	onTable: (table: string) => void,
): Promise<number> {
	let total = 0;
	let insert: Insert | undefined;
	for await (const text of lines) {
		const line = parseLine(text);
		if ('row' in line) {
			await insert?.add(line.row);
			total++;
			continue;
		}
		await insert?.flush();
		if ('table' in line) {
			onTable(line.table);
			insert = new Insert(database, line.table);
		} else if ('sequence' in line) {
			await database.execute(
				sql`select setval(${line.sequence}::regclass, ${line.value}::bigint, ${line.called})`,
			);
		} else if (line.end !== total) {
			throw new BackupError(`The backup should hold ${line.end} rows, but holds ${total}.`);
		}
	}
	return total;
}

/** Inserts rows in batches, bounded by their size as well: a boundary may be large. */
class Insert {
	readonly #database: Database;
	readonly #table: string;
	#rows: string[] = [];
	#bytes = 0;

	constructor(database: Database, table: string) {
		this.#database = database;
		this.#table = table;
	}

	async add(row: string): Promise<void> {
		this.#rows.push(row);
		this.#bytes += row.length;
		if (this.#rows.length >= batchRows || this.#bytes >= batchBytes) await this.flush();
	}

	async flush(): Promise<void> {
		if (this.#rows.length === 0) return;
		const table = sql.identifier(this.#table);
		const rows = `[${this.#rows.join(',')}]`;
		await this.#database.execute(
			sql`insert into ${table} overriding system value
				select * from json_populate_recordset(null::${table}, ${rows}::text::json)`,
		);
		this.#rows = [];
		this.#bytes = 0;
	}
}
