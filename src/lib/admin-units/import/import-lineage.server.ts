import { sql } from 'drizzle-orm';
import { among } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import { isValidOn } from '../../server/db/unit-tree';
import { closeUnits } from './close-units.server';
import { rebuildLayers, type Progress } from '../outlines/layers.server';
import { unitsWithoutSuccessor } from '../lineage/without-successor.server';
import { planLineage, type LineageRow, type StoredLink } from './lineage-plan';
import {
	checkEnding,
	checkEndings,
	noSuccessor,
	storeEndings,
	type Ending,
} from './endings.server';
import { describeMissing, refuseMissing } from './missing.server';
import { changedAnything, type ImportResult } from './import-result';
import type { ProblemSink } from './problem-sink';
import { ProblemList } from './problems.server';
import { recordImport } from './record-import.server';
import { readTable, type HeaderMap, type TableRow } from './table.server';

export interface LineageOptions {
	/** The day of the change, `YYYY-MM-DD`: old units exist the day before, new ones from then. */
	on: string;
	map?: HeaderMap | undefined;
	/** Store what the file says although it leaves units out: they are named all the same. */
	incomplete?: boolean | undefined;
}

const headers = {
	old_code: ['old_code'],
	new_code: ['new_code'],
	extent: ['extent'],
	share: ['share'],
	source: ['source'],
} as const;
type Row = TableRow<keyof typeof headers>;

/**
 * Takes in what became of which unit, and closes old units that are still open, and districts and
 * provinces that are left without any unit. Of a province that the file names it must say everything:
 * a commune that ends, or is left standing where districts are no more, and of which neither this file
 * nor an earlier one says what it became (or that it became nothing: `none`), makes the file refused.
 * @throws InvalidError with every problem of the file; nothing is stored then.
 */
export async function importLineage(
	database: Database,
	path: string,
	{ on, map, incomplete = false }: LineageOptions,
	progress: Progress = () => {},
): Promise<ImportResult> {
	const problems = new ProblemList();
	const table = await readTable(
		path,
		headers,
		['old_code', 'new_code', 'extent'],
		map ?? {},
		problems,
	);
	progress(`${table.rows.length} lines read`);
	return database.transaction(async (transaction) => {
		const units = await unitsAround(transaction, on);
		const { links, endings } = resolve(table.rows, on, units, problems);
		const stored = await readLinks(transaction);
		const plan = planLineage(links, stored, problems);
		checkEndings(endings, links, stored, problems);
		problems.throwIfAny();
		await storeLinks(transaction, [...plan.added, ...plan.declared]);
		const ended = await storeEndings(transaction, endings, plan.added);
		const named = [...links, ...endings].map(({ oldUnitId }) => oldUnitId);
		const closed = await closeUnits(transaction, named, on);
		const missing = await unitsWithoutSuccessor(transaction, {
			withinIds: await placesOf(transaction, named),
			since: on,
		});
		if (!incomplete) refuseMissing(missing, on, problems);
		problems.throwIfAny();
		const result: ImportResult = {
			added: plan.added.length + ended,
			changed: plan.declared.length + closed.length,
			unchanged: plan.unchanged + endings.length - ended,
			notes: [...notesOn(table.rows, closed, on), ...describeMissing(missing)],
		};
		if (!changedAnything(result)) return result;
		await rebuildLayers(transaction, { of: 'units', unitIds: closed }, progress);
		await recordImport(transaction, 'lineage.import', path, result);
		return result;
	});
}

function notesOn(rows: readonly Row[], closed: readonly number[], on: string): string[] {
	const empty = rows.filter(({ cells }) => cells.share !== '' && Number(cells.share) === 0).length;
	return [
		...(closed.length > 0 ? [`${closed.length} units were closed on ${on}.`] : []),
		...(empty > 0 ? [`${empty} lines with a share of 0 hand nothing over and were left out.`] : []),
	];
}

interface UnitsAround {
	/** Valid on the day before, by code. */
	old: ReadonlyMap<string, number>;
	/** Valid from the day itself, by code. */
	new: ReadonlyMap<string, number>;
}

async function unitsAround(database: Database, day: string): Promise<UnitsAround> {
	const dayBefore = sql`${day}::date - 1`;
	const rows = await queryRows<{ id: number; code: string; side: 'old' | 'new' }>(
		database,
		sql`select id, code, case when valid_from = ${day} then 'new' else 'old' end as side
			from admin_unit
			where valid_from = ${day}
				or ${isValidOn('admin_unit', dayBefore)}`,
	);
	const side = (wanted: 'old' | 'new') =>
		new Map(rows.filter((row) => row.side === wanted).map(({ code, id }) => [code, id]));
	return { old: side('old'), new: side('new') };
}

function resolve(
	rows: readonly Row[],
	on: string,
	units: UnitsAround,
	problems: ProblemSink,
): { links: LineageRow[]; endings: Ending[] } {
	const endings: Ending[] = [];
	const links = rows.flatMap(({ line, cells }) => {
		const place = `line ${line}`;
		const oldUnitId = units.old.get(cells.old_code);
		if (oldUnitId === undefined)
			problems.add(place, 'unknownCode', `no unit ${cells.old_code} existed until ${on}`);
		if (cells.extent.toLowerCase() === noSuccessor) {
			if (checkEnding(cells, place, problems) && oldUnitId !== undefined)
				endings.push({ line, oldCode: cells.old_code, oldUnitId, source: cells.source });
			return [];
		}
		const newUnitId = units.new.get(cells.new_code);
		if (newUnitId === undefined)
			problems.add(
				place,
				'unknownCode',
				`no unit ${cells.new_code} is valid from ${on}; import the new units first`,
			);
		const extent = readExtent(cells.extent);
		if (!extent)
			problems.add(
				place,
				'extent',
				`extent is "${cells.extent}"; it should be full or partial, or ${noSuccessor} of a unit that became nothing`,
			);
		const share = cells.share === '' ? null : Number(cells.share);
		const shareFits = checkShare(cells.share, extent, place, problems);
		// A sliver whose share rounds to nothing hands nothing over.
		if (share === 0) return [];
		if (oldUnitId === undefined || newUnitId === undefined || !extent || !shareFits) return [];
		return [
			{ line, oldCode: cells.old_code, oldUnitId, newUnitId, extent, share, source: cells.source },
		];
	});
	return { links, endings };
}

/** Blank is fine: not declared. */
function checkShare(
	text: string,
	extent: 'full' | 'partial' | undefined,
	place: string,
	problems: ProblemSink,
): boolean {
	const share = Number(text);
	if (text === '' || (/^[\d.]+$/.test(text) && share <= 1 && (extent !== 'full' || share === 1)))
		return true;
	problems.add(
		place,
		'share',
		extent === 'full'
			? `share ${text} of a unit that goes over in full should be 1`
			: `share ${text} is no number from 0 to 1`,
	);
	return false;
}

function readExtent(text: string): 'full' | 'partial' | undefined {
	const word = text.toLowerCase();
	return word === 'full' || word === 'partial' ? word : undefined;
}

function readLinks(database: Database): Promise<StoredLink[]> {
	return queryRows<StoredLink & Record<string, unknown>>(
		database,
		sql`select old_unit_id as "oldUnitId", new_unit_id as "newUnitId", extent,
			share::float8 as share, source from unit_lineage`,
	);
}

async function storeLinks(database: Database, rows: readonly LineageRow[]): Promise<void> {
	await database.execute(sql`
		insert into unit_lineage (old_unit_id, new_unit_id, extent, share, source)
		select "oldUnitId", "newUnitId", extent, share, source
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
			as item ("oldUnitId" int, "newUnitId" int, extent text, share numeric, source text)
		on conflict (old_unit_id, new_unit_id) do update
			set share = excluded.share, source = excluded.source`);
}

/** Where these units lie: communes in provinces, villages in communes. */
async function placesOf(database: Database, unitIds: readonly number[]): Promise<number[]> {
	const rows = await queryRows<{ id: number }>(
		database,
		sql`select distinct case when above.level = 'district' then above.parent_id else above.id end as id
			from admin_unit unit join admin_unit above on above.id = unit.parent_id
			where ${among(sql`unit.id`, unitIds)}`,
	);
	return rows.map(({ id }) => id);
}
