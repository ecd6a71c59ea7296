import type { Command } from 'commander';
import { importBoundaries } from '../lib/admin-units/import/import-boundaries.server';
import { importSurroundings } from '../lib/admin-units/import/import-surroundings.server';
import { collectMap, printResult, startProgress, today } from './progress';
import { filePath, parseDate, withDatabase } from './run';

interface Options {
	map?: Record<string, string>;
	object?: string;
	validOn: string;
}

interface Surroundings {
	name?: string;
	object?: string;
	validFrom?: string;
}

export function register(program: Command): void {
	const boundaries = program.command('boundaries').description('outlines of units, for the maps');
	boundaries
		.command('import')
		.description('take in outlines and draw the maps again (GeoJSON or TopoJSON, WGS 84)')
		.argument('<file>', 'one province or the whole country; may be zipped')
		.option('--object <name>', 'which object of a TopoJSON file')
		.option('--valid-on <date>', 'day whose bearers of the codes are meant', parseDate, today())
		.option(
			'--map <field=property>',
			'the property of code, name, kind, province or district (may be repeated)',
			collectMap,
		)
		.action(async (file: string, options: Options) => {
			const result = await withDatabase(({ database }) =>
				importBoundaries(database, filePath(file), options, startProgress()),
			);
			printResult(result);
		});
	boundaries
		.command('surroundings')
		.description('take in what lies around the home unit, to be drawn quietly below its maps')
		.argument('<file>', 'neighbouring provinces, or all of them (GeoJSON or TopoJSON, WGS 84)')
		.option('--object <name>', 'which object of a TopoJSON file')
		.option('--name <property>', 'the property with the name of an area')
		.option(
			'--valid-from <date>',
			'since when these are its neighbours; without it for as long as the home unit is',
			parseDate,
		)
		.action(async (file: string, options: Surroundings) => {
			const result = await withDatabase(({ database }, { homeUnit }) =>
				importSurroundings(
					database,
					filePath(file),
					{ ...options, homeCode: homeUnit },
					startProgress(),
				),
			);
			printResult(result);
		});
}
