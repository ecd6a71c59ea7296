import type { Command } from 'commander';
import { correctList } from '../lib/admin-units/correct/correct-list.server';
import { importUnits } from '../lib/admin-units/import/import-units.server';
import { collectMap, printResult, startProgress } from './progress';
import { filePath, parseDate, withDatabase } from './run';

interface Options {
	map?: Record<string, string>;
	validFrom?: string;
	validTo?: string;
}

export function register(program: Command): void {
	const units = program.command('units').description('provinces, districts, communes, villages');
	units
		.command('import')
		.description('take in a list of units (CSV: code, name, kind or type, parent; dates)')
		.argument('<file>', 'CSV, UTF-8')
		.option('--valid-from <date>', 'first day of units without a date of their own', parseDate)
		.option('--valid-to <date>', 'first day on which they no longer exist', parseDate)
		.option('--map <field=column>', 'the column of a field (may be repeated)', collectMap)
		.action(async (file: string, options: Options) => {
			const result = await withDatabase(({ database }) =>
				importUnits(database, filePath(file), options, startProgress()),
			);
			printResult(result);
		});
	units
		.command('correct')
		.description('correct names, kinds and last days that were stored wrongly (CSV as for import)')
		.argument('<file>', 'CSV, UTF-8: only the units to correct')
		.requiredOption('--reason <text>', 'why what stands there is wrong; kept in the log')
		.option('--valid-from <date>', 'first day of units without a date of their own', parseDate)
		.option('--valid-to <date>', 'first day on which they no longer exist', parseDate)
		.option('--map <field=column>', 'the column of a field (may be repeated)', collectMap)
		.action(async (file: string, options: Options & { reason: string }) => {
			const result = await withDatabase(({ database }) =>
				correctList(database, filePath(file), options, startProgress()),
			);
			printResult(result);
		});
}
