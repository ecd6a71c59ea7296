import { InvalidArgumentError, type Command } from 'commander';
import { importHouseholds } from '../lib/admin-units/import/import-households.server';
import { collectMap, printResult, today } from './progress';
import { filePath, parseDate, withDatabase } from './run';

interface Options {
	map?: Record<string, string>;
	year: number;
	source: string;
	validOn: string;
}

export function register(program: Command): void {
	const households = program.command('households').description('households on the register');
	households
		.command('import')
		.description('take in households and people by unit (CSV: code, households, population)')
		.argument('<file>', 'CSV, UTF-8; a blank cell means unknown')
		.requiredOption('--year <year>', 'year that the figures are of', parseYear)
		.requiredOption('--source <text>', 'where they come from; shown beside them')
		.option('--valid-on <date>', 'day whose bearers of the codes are meant', parseDate, today())
		.option('--map <field=column>', 'the column of a field (may be repeated)', collectMap)
		.action(async (file: string, options: Options) => {
			const result = await withDatabase(({ database }) =>
				importHouseholds(database, filePath(file), options),
			);
			printResult(result);
		});
}

function parseYear(given: string): number {
	const year = Number(given);
	if (/^\d{4}$/.test(given) && year >= 1945 && year <= 2100) return year;
	throw new InvalidArgumentError('It should be a year such as 2019.');
}
