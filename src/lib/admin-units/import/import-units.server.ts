import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';
import { isCurrent } from '../../server/db/unit-tree';
import { rebuildLayers, type Progress } from '../outlines/layers.server';
import { unitsWithoutSuccessor } from '../lineage/without-successor.server';
import { changedAnything, type ImportResult } from './import-result';
import { describeMissing } from './missing.server';
import { ProblemList } from './problems.server';
import { recordImport } from './record-import.server';
import { storeUnits } from './store-units.server';
import { planUnits, type UnitEntry, type UnitPlan } from './unit-plan';
import { readUnitRows, type UnitOptions } from './unit-rows.server';

/**
 * Takes a list of units in. A new bearer of a code closes the older one; nothing is overwritten.
 * Units that end by it, or stand beside what replaced them, are named with their households rather
 * than refused: what they became can only be told once the new ones are there, by a lineage import.
 * @throws InvalidError with every problem of the file; nothing is stored then.
 */
export async function importUnits(
	database: Database,
	path: string,
	options: UnitOptions,
	progress: Progress = () => {},
): Promise<ImportResult> {
	const problems = new ProblemList();
	const { rows, notes } = await readUnitRows(path, options, problems);
	progress(`${rows.length} units read`);
	return database.transaction(async (transaction) => {
		const plan = planUnits(rows, await readEntries(transaction), problems);
		problems.throwIfAny();
		const changedIds = await storeUnits(transaction, plan);
		const result: ImportResult = {
			added: plan.added.length,
			changed: plan.closed.length,
			unchanged: plan.unchanged,
			notes: [...notes, ...(await describeOutcome(transaction, plan, changedIds))],
		};
		if (!changedAnything(result)) return result;
		await rebuildLayers(transaction, { of: 'units', unitIds: changedIds }, progress);
		await recordImport(transaction, 'units.import', path, result);
		return result;
	});
}

/** All units there are: some ten thousand, and a plan needs every bearer of a code. */
async function readEntries(database: Database): Promise<UnitEntry[]> {
	const rows = await queryRows<Omit<UnitEntry, 'parent'> & Record<string, unknown>>(
		database,
		sql`select unit.id, unit.code, unit.level, unit.kind, unit.name, parent.code as "parentCode",
			unit.valid_from::text as "validFrom", unit.valid_to::text as "validTo"
		from admin_unit unit left join admin_unit parent on parent.id = unit.parent_id`,
	);
	return rows.map((row) => ({ ...row, parent: null }));
}

async function describeOutcome(
	database: Database,
	{ added, closed }: UnitPlan,
	changedIds: readonly number[],
): Promise<string[]> {
	const notes: string[] = [];
	if (closed.length > 0) notes.push(`${closed.length} older units were closed.`);
	const [left] = await queryRows<{ units: number }>(
		database,
		sql`select count(*)::int as units from admin_unit unit
			join admin_unit parent on parent.id = unit.parent_id
			where ${isCurrent('unit')} and parent.valid_to is not null`,
	);
	if (left && left.units > 0)
		notes.push(
			`${left.units} units still stand although the unit above them has ended: import what became of them (lineage import).`,
		);
	const changed = new Set(changedIds);
	const firstDays = new Set(added.map(({ validFrom }) => validFrom));
	const missing = (await unitsWithoutSuccessor(database)).filter(
		({ id, state, since }) => changed.has(id) || (state === 'stands' && firstDays.has(since)),
	);
	return [...notes, ...describeMissing(missing)];
}
