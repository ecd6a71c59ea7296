import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { writeBackup } from '../lib/server/backup/write-backup';
import { filePath, withDatabase } from './run';

export function register(program: Command): void {
	program
		.command('backup')
		.description(
			'write all data to a new file that either database can restore; it holds password hashes, so only you may read it',
		)
		.argument('<file>', 'the file to write, for example nhip-so-2026-11-21.backup')
		.action(backup);
}

async function backup(file: string): Promise<void> {
	const path = filePath(file);
	const rows = await withDatabase(({ database }) =>
		writeBackup(database, path, (table, count) => {
			if (count > 0) process.stderr.write(`${table}: ${count} rows\n`);
		}),
	);
	const { size } = await stat(path);
	console.log(`${path}: ${rows} rows, ${size} bytes. Keep it as safe as the database itself.`);
}
