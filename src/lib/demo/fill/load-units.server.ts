import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { importBoundaries } from '../../admin-units/import/import-boundaries.server';
import { importHouseholds } from '../../admin-units/import/import-households.server';
import { importLineage } from '../../admin-units/import/import-lineage.server';
import { importSurroundings } from '../../admin-units/import/import-surroundings.server';
import { importTerrains } from '../../admin-units/import/import-terrains.server';
import { importUnits } from '../../admin-units/import/import-units.server';
import { addDays } from '../../contracts/local-time';
import type { Database } from '../../server/db/client';
import { provinceCode } from '../province/identity';
import type { Province } from '../province/province';
import {
	boundariesFile,
	householdsFile,
	lineageFile,
	neighboursFile,
	registerSource,
	registerYear,
	terrainsFile,
	unitsFile,
} from './files';

/** Takes the province in the way a real one comes in: file by file, through the importers. */
export async function loadUnits(
	database: Database,
	province: Province,
	mergerOn: string,
	progress: (message: string) => void,
): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'nhip-so-demo-'));
	const file = async (name: string, content: string) => {
		const path = join(folder, name);
		await writeFile(path, content);
		return path;
	};
	const before = province.communes.filter(({ validFrom }) => validFrom < mergerOn);
	const after = province.communes.filter(({ validFrom }) => validFrom >= mergerOn);
	const dayBefore = addDays(mergerOn, -1);
	try {
		await importUnits(database, await file('units.csv', unitsFile(province)), {}, progress);
		const lineage = await file('lineage.csv', lineageFile(province.successions));
		await importLineage(database, lineage, { on: mergerOn });
		for (const [communes, validOn] of [
			[before, dayBefore],
			[after, mergerOn],
		] as const) {
			const outlines = await file(`outlines-${validOn}.json`, boundariesFile(communes));
			await importBoundaries(database, outlines, { validOn }, progress);
			const households = await file(`households-${validOn}.csv`, householdsFile(communes));
			await importHouseholds(database, households, {
				year: registerYear,
				source: registerSource,
				validOn,
			});
			const terrains = await file(`terrains-${validOn}.csv`, terrainsFile(communes));
			await importTerrains(database, terrains, { source: registerSource, validOn });
		}
		const neighbours = await file('neighbours.json', neighboursFile());
		await importSurroundings(database, neighbours, { homeCode: provinceCode });
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
	await storeTeams(database, province);
}

async function storeTeams(database: Database, { communes }: Province): Promise<void> {
	const teams = communes.flatMap(({ validFrom, villages }) =>
		villages.flatMap(({ code, name, team }) =>
			team === null
				? []
				: [{ code, validFrom, name: `Tổ công nghệ số cộng đồng ${name}`, ...team }],
		),
	);
	await database.execute(
		sql`insert into team (unit_id, name, founded_on, closed_on)
			select unit.id, item.name, item."foundedOn", item."closedOn"
			from jsonb_to_recordset(${JSON.stringify(teams)}::jsonb)
				as item (code text, "validFrom" date, name text, "foundedOn" date, "closedOn" date)
			join admin_unit unit on unit.code = item.code and unit.valid_from = item."validFrom"`,
	);
}
