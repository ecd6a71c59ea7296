import type { Command } from 'commander';
import { importLineage } from '../lib/admin-units/import/import-lineage.server';
import { collectMap, printResult, startProgress } from './progress';
import { filePath, parseDate, withDatabase } from './run';

interface Options {
	map?: Record<string, string>;
	on: string;
	incomplete?: true;
}

export function register(program: Command): void {
	const lineage = program.command('lineage').description('what became of which unit');
	lineage
		.command('import')
		.description(
			'take in old and new codes (CSV: old_code, new_code, extent full, partial or none, share, source)',
		)
		.argument('<file>', 'CSV, UTF-8')
		.option('--on <date>', 'first day of the new units', parseDate, '2025-07-01')
		.option('--incomplete', 'store it although it leaves units of its provinces out')
		.option('--map <field=column>', 'the column of a field (may be repeated)', collectMap)
		.action(async (file: string, options: Options) => {
			const result = await withDatabase(({ database }) =>
				importLineage(database, filePath(file), options, startProgress()),
			);
			printResult(result);
		});
}
