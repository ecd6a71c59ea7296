import type { Command } from 'commander';
import { restoreBackup } from '../lib/server/backup/restore-backup';
import { filePath, withDatabase } from './run';

export function register(program: Command): void {
	program
		.command('restore')
		.description('check a backup and bring an empty database to what it holds, or change nothing')
		.argument('<file>', 'a file written by "backup", from either database')
		.action(restore);
}

async function restore(file: string): Promise<void> {
	const rows = await withDatabase(({ database }) =>
		restoreBackup(database, filePath(file), (table) => {
			process.stderr.write(`${table} …\n`);
		}),
	);
	console.log(`Restored ${rows} rows.`);
}
