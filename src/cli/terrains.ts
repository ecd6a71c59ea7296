import type { Command } from 'commander';
import { importTerrains } from '../lib/admin-units/import/import-terrains.server';
import { collectMap, printResult, today } from './progress';
import { filePath, parseDate, withDatabase } from './run';

interface Options {
	map?: Record<string, string>;
	source: string;
	validOn: string;
}

export function register(program: Command): void {
	program
		.command('terrains')
		.description('mountainous units and islands')
		.command('import')
		.description('take in which units are mountainous or islands (CSV: code, terrain)')
		.argument('<file>', 'CSV, UTF-8; terrain: "miền núi", "hải đảo" or "không"')
		.requiredOption('--source <text>', 'the decision that names them; shown beside them')
		.option('--valid-on <date>', 'day whose bearers of the codes are meant', parseDate, today())
		.option('--map <field=column>', 'the column of a field (may be repeated)', collectMap)
		.action(async (file: string, options: Options) => {
			const result = await withDatabase(({ database }) =>
				importTerrains(database, filePath(file), options),
			);
			printResult(result);
		});
}
