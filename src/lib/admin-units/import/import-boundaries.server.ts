import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { MultiPolygon, Polygon } from 'geojson';
import { queryRows, type Database } from '../../server/db/client';
import { squareKilometres } from '../outlines/area';
import { boundary } from '../../server/db/schema';
import { archipelagoCodes } from '../outlines/build-layer.server';
import { rebuildLayers, type Progress } from '../outlines/layers.server';
import { cleanOutlines } from '../outlines/outlines.server';
import { bearersOn, type Bearer } from './bearers.server';
import { readFeatures } from './features.server';
import { matchFeatures } from './match-features.server';
import { UnitMatcher } from './matching';
import { changedAnything, type ImportResult } from './import-result';
import { ProblemList } from './problems.server';
import { recordImport } from './record-import.server';
import type { HeaderMap } from './table.server';

export interface BoundaryOptions {
	/** The day whose bearers of the codes are meant, `YYYY-MM-DD`. */
	validOn: string;
	/** Which object of a TopoJSON file. */
	object?: string | undefined;
	/** Names of the properties `code`, `name`, `kind`, `province`, `district` in the file. */
	map?: HeaderMap | undefined;
}

/**
 * Takes outlines in: checked, cleaned together, stored, and the map layers drawn again.
 * @throws InvalidError with every problem of the file; nothing is stored then.
 */
export async function importBoundaries(
	database: Database,
	path: string,
	options: BoundaryOptions,
	progress: Progress = () => {},
): Promise<ImportResult> {
	const problems = new ProblemList();
	const bearers = await bearersOn(database, options.validOn);
	const outlines = matchFeatures(
		await readFeatures(path, options.object, 'communes'),
		new UnitMatcher(bearers, options.validOn),
		options.map ?? {},
		problems,
	);
	problems.throwIfAny();
	progress(`${outlines.size} outlines read`);
	return database.transaction(async (transaction) => {
		const cleaned = await cleanOutlines([...outlines.values()]);
		progress('cleaned');
		for (const [number, { id }] of outlines)
			if (!cleaned.has(id))
				problems.add(`feature ${number}`, 'covered', 'lies wholly under other outlines');
		problems.throwIfAny();
		const { added, replaced } = await storeBoundaries(transaction, cleaned);
		const result: ImportResult = {
			added: added.length,
			changed: replaced.length,
			unchanged: cleaned.size - added.length - replaced.length,
			notes: [],
		};
		if (changedAnything(result)) {
			await rebuildLayers(
				transaction,
				{ of: 'outlines', unitIds: [...added, ...replaced] },
				progress,
			);
			await recordImport(transaction, 'boundaries.import', path, result);
		}
		result.notes = await missingArchipelagos(transaction, bearers, cleaned);
		return result;
	});
}

/** Megabytes of JSON per statement stay small, whatever the file weighs. */
const largestBatch = 4_000_000;

async function storeBoundaries(
	database: Database,
	outlines: ReadonlyMap<number, Polygon | MultiPolygon>,
): Promise<{ added: number[]; replaced: number[] }> {
	const stored = await database.select({ id: boundary.unitId, hash: boundary.hash }).from(boundary);
	const hashes = new Map(stored.map(({ id, hash }) => [id, hash]));
	const added: number[] = [];
	const replaced: number[] = [];
	let batch: string[] = [];
	let size = 0;
	const flush = async () => {
		if (batch.length === 0) return;
		await database.execute(sql`
			insert into boundary (unit_id, geometry, hash, area)
			select unit_id, geometry, hash, area
			from jsonb_to_recordset(${`[${batch.join(',')}]`}::jsonb)
				as item (unit_id int, geometry jsonb, hash text, area float8)
			on conflict (unit_id) do update
				set geometry = excluded.geometry, hash = excluded.hash, area = excluded.area,
					imported_at = now()`);
		batch = [];
		size = 0;
	};
	for (const [id, geometry] of outlines) {
		const text = JSON.stringify(geometry);
		const hash = createHash('sha256').update(text).digest('hex');
		if (hashes.get(id) === hash) continue;
		(hashes.has(id) ? replaced : added).push(id);
		batch.push(
			`{"unit_id":${id},"hash":"${hash}","area":${squareKilometres(geometry)},"geometry":${text}}`,
		);
		size += text.length;
		if (size > largestBatch) await flush();
	}
	await flush();
	return { added, replaced };
}

/** From this many provinces on, a file is meant as a map of the country. */
const countryWide = 10;

/** Says which of Hoàng Sa and Trường Sa the maps just drawn still lack. */
async function missingArchipelagos(
	database: Database,
	bearers: ReadonlyMap<string, Bearer>,
	outlines: ReadonlyMap<number, unknown>,
): Promise<string[]> {
	const provinceOf = ({ parentCode, grandparentCode }: Bearer) =>
		bearers.get(parentCode ?? '')?.level === 'province' ? parentCode : grandparentCode;
	const drawn = new Set([...bearers.values()].filter(({ id }) => outlines.has(id)).map(provinceOf));
	const present = await queryRows<{ code: string }>(
		database,
		sql`select unit.code from boundary join admin_unit unit on unit.id = boundary.unit_id
			where unit.code in ${archipelagoCodes}`,
	);
	return archipelagoCodes.flatMap((code) => {
		const unit = bearers.get(code);
		const meant = drawn.size >= countryWide || (unit && drawn.has(provinceOf(unit)));
		if (!meant || present.some((each) => each.code === code)) return [];
		return `The map lacks ${archipelagoNames[code]} (${code}): add its outline with "boundaries import FILE", a file that holds this code.`;
	});
}

const archipelagoNames: Record<string, string> = { '20333': 'Hoàng Sa', '22736': 'Trường Sa' };
