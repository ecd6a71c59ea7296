import { sql } from 'drizzle-orm';
import { changePosition, lockChanges } from '../../server/change-log';
import { queryRows, type Database } from '../../server/db/client';
import { cartogram } from '../../server/db/schema';
import { changedAnything, type ImportResult } from './import-result';
import { listedUnits } from './listed-units.server';
import { ProblemList } from './problems.server';
import { recordImport } from './record-import.server';
import { isTotal } from './unit-checks';
import { readTable, type HeaderMap } from './table.server';

export interface HouseholdOptions {
	/** The year that the figures are of. */
	year: number;
	/** Shown beside the figures. */
	source: string;
	/** The day whose bearers of the codes are meant, `YYYY-MM-DD`. */
	validOn: string;
	map?: HeaderMap | undefined;
}

interface RegisterEntry {
	unit_id: number;
	households: number | null;
	population: number | null;
}

/** Holds from the next change number on: whatever has one already was shown with the register of then. */
async function recordEntries(
	transaction: Database,
	rows: readonly Pick<RegisterEntry, 'unit_id' | 'households'>[],
	year: number,
): Promise<void> {
	await lockChanges(transaction);
	const { lastNumber } = await changePosition(transaction);
	await transaction.execute(
		sql`insert into household_register_entry (unit_id, year, number, households)
			select unit_id, ${year}, ${lastNumber + 1}, households
			from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as item (unit_id int, households int)
			on conflict (unit_id, year, number) do update set households = excluded.households`,
	);
}

/**
 * Takes a register of households in. A blank cell is "unknown". Figures of a year that are stored
 * already are corrected, and the audit log keeps the count.
 * @throws InvalidError with every problem of the file; nothing is stored then.
 */
export async function importHouseholds(
	database: Database,
	path: string,
	options: HouseholdOptions,
): Promise<ImportResult> {
	const problems = new ProblemList();
	const { year, source, validOn } = options;
	const { entries, totals } = await readEntries(database, path, options, problems);
	problems.throwIfAny();
	return database.transaction(async (transaction) => {
		const rows = await queryRows<RegisterEntry & { added: boolean } & Record<string, unknown>>(
			transaction,
			sql`with stored as (select unit_id from household_register where year = ${year})
				insert into household_register (unit_id, year, source, households, population)
				select unit_id, ${year}, ${source}, households, population
				from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
					as item (unit_id int, households int, population int)
				on conflict (unit_id, year) do update set source = excluded.source,
					households = excluded.households, population = excluded.population
				where (household_register.source, household_register.households, household_register.population)
					is distinct from (excluded.source, excluded.households, excluded.population)
				returning unit_id, households, unit_id not in (select unit_id from stored) as added`,
		);
		const added = rows.filter((row) => row.added).length;
		const unknown = entries.filter((entry) => entry.households === null).length;
		const result: ImportResult = {
			added,
			changed: rows.length - added,
			unchanged: entries.length - rows.length,
			notes: [
				...totals,
				`${sum(entries)} households in ${entries.length - unknown} units, as of ${validOn}; unknown in ${unknown}.`,
			],
		};
		if (changedAnything(result)) {
			await transaction.delete(cartogram);
			await recordEntries(transaction, rows, year);
			await recordImport(transaction, 'households.import', path, result);
		}
		return result;
	});
}

const sum = (entries: readonly RegisterEntry[]) =>
	entries.reduce((total, { households }) => total + (households ?? 0), 0);

async function readEntries(
	database: Database,
	path: string,
	{ year, validOn, map }: HouseholdOptions,
	problems: ProblemList,
): Promise<{ entries: RegisterEntry[]; totals: string[] }> {
	const counted = (what: string) => [what, `${what}_${year}`, `${what}_${year}_est`];
	const headers = {
		code: ['code'],
		name: ['name', 'full_name'],
		households: counted('households'),
		population: counted('population'),
	};
	const table = await readTable(path, headers, ['code', 'households'], map ?? {}, problems);
	const unitOf = await listedUnits(database, validOn, problems);
	const entries: RegisterEntry[] = [];
	const totals: string[] = [];
	for (const { line, cells } of table.rows) {
		const place = `line ${line}`;
		if (isTotal(cells)) {
			totals.push(`Line ${line} is a total and was left out: ${cells.name}`);
			continue;
		}
		const households = readCount(cells.households, 'households', place, problems);
		const population = readCount(cells.population, 'population', place, problems);
		if (households !== null && population !== null && households > population)
			problems.add(
				place,
				'moreHouseholdsThanPeople',
				`has ${households} households but ${population} people`,
			);
		if (cells.code === '') {
			problems.add(place, 'missingCode', 'has no code');
			continue;
		}
		const unitId = unitOf(line, cells);
		if (unitId !== null) entries.push({ unit_id: unitId, households, population });
	}
	return { entries, totals };
}

/** More than all the people there are: a wrong column or two cells run together. */
const mostCounted = 200_000_000;
/** Thousands as people write them: `1.234`, `1,234,567`, `1 234`; one sign throughout. */
const grouped = /^\d{1,3}(?:(?:\.\d{3})+|(?:,\d{3})+|(?: \d{3})+)$/;

function readCount(
	cell: string,
	field: string,
	place: string,
	problems: ProblemList,
): number | null {
	if (cell === '') return null;
	const digits = grouped.test(cell) ? cell.replace(/[., ]/g, '') : cell;
	const count = Number(digits);
	if (/^\d+$/.test(digits) && count <= mostCounted) return count;
	problems.add(
		place,
		'number',
		`${field} ${cell} is no whole number from 0 to ${mostCounted}; write it as 12345 or 12.345`,
	);
	return null;
}
