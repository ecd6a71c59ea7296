import { sql } from 'drizzle-orm';
import type { Terrain } from '../../contracts/terrain';
import { queryRows, type Database } from '../../server/db/client';
import { changedAnything, type ImportResult } from './import-result';
import { listedUnits } from './listed-units.server';
import { ProblemList } from './problems.server';
import { recordImport } from './record-import.server';
import { readTable, type HeaderMap } from './table.server';

export interface TerrainOptions {
	/** The decision that names them; shown beside them. */
	source: string;
	/** The day whose bearers of the codes are meant, `YYYY-MM-DD`. */
	validOn: string;
	map?: HeaderMap | undefined;
}

const headers = {
	code: ['code', 'mã'],
	name: ['name', 'full_name', 'tên'],
	terrain: ['terrain', 'địa bàn'],
};

/** Null: neither, also where an earlier list said otherwise. */
const words = new Map<string, Terrain | null>([
	['miền núi', 'mountain'],
	['mountain', 'mountain'],
	['hải đảo', 'island'],
	['island', 'island'],
	['không', null],
	['none', null],
]);

interface Entry {
	unit_id: number;
	terrain: Terrain | null;
}

/**
 * Takes in which units are mountainous or islands. Those that the list doesn't name stay as they are.
 * @throws InvalidError with every problem of the file; nothing is stored then.
 */
export async function importTerrains(
	database: Database,
	path: string,
	options: TerrainOptions,
): Promise<ImportResult> {
	const problems = new ProblemList();
	const entries = await readEntries(database, path, options, problems);
	problems.throwIfAny();
	return database.transaction(async (transaction) => {
		const named = JSON.stringify(entries);
		const rows = await queryRows<{ added: boolean }>(
			transaction,
			sql`with item as (
					select * from jsonb_to_recordset(${named}::jsonb) as item (unit_id int, terrain text)
				), former as (
					select unit_id from unit_terrain
				), gone as (
					delete from unit_terrain stored using item
					where item.unit_id = stored.unit_id and item.terrain is null returning stored.unit_id
				), written as (
					insert into unit_terrain (unit_id, terrain, source)
					select unit_id, terrain, ${options.source} from item where terrain is not null
					on conflict (unit_id) do update set terrain = excluded.terrain, source = excluded.source
					where (unit_terrain.terrain, unit_terrain.source)
						is distinct from (excluded.terrain, excluded.source)
					returning unit_id
				)
				select unit_id not in (select unit_id from former) as added from written
				union all select false from gone`,
		);
		const added = rows.filter((row) => row.added).length;
		const result: ImportResult = {
			added,
			changed: rows.length - added,
			unchanged: entries.length - rows.length,
			notes: [],
		};
		if (changedAnything(result)) await recordImport(transaction, 'terrains.import', path, result);
		return result;
	});
}

async function readEntries(
	database: Database,
	path: string,
	{ validOn, map }: TerrainOptions,
	problems: ProblemList,
): Promise<Entry[]> {
	const table = await readTable(path, headers, ['code', 'terrain'], map ?? {}, problems);
	const unitOf = await listedUnits(database, validOn, problems);
	const entries: Entry[] = [];
	for (const { line, cells } of table.rows) {
		const place = `line ${line}`;
		const terrain = words.get(cells.terrain.normalize('NFC').toLowerCase());
		if (terrain === undefined)
			problems.add(place, 'terrain', `"${cells.terrain}" should be miền núi, hải đảo or không`);
		const unitId = unitOf(line, cells);
		if (unitId !== null) entries.push({ unit_id: unitId, terrain: terrain ?? null });
	}
	return entries;
}
