import { sql } from 'drizzle-orm';
import { among } from '../../server/db/among';
import { queryRows, type Database } from '../../server/db/client';
import type { LineageRow, StoredLink } from './lineage-plan';
import type { ProblemSink } from './problem-sink';

/** The extent of a unit that became nothing; its `new_code` is blank. */
export const noSuccessor = 'none';

/** A line that says so. */
export type Ending = Pick<LineageRow, 'line' | 'oldCode' | 'oldUnitId' | 'source'>;

export function checkEnding(
	cells: { new_code: string; share: string; source: string },
	place: string,
	problems: ProblemSink,
): boolean {
	const blank = cells.new_code === '' && cells.share === '';
	if (!blank)
		problems.add(place, 'extent', `extent ${noSuccessor} goes with a blank new_code and share`);
	if (cells.source === '')
		problems.add(
			place,
			'missingSource',
			'has no source: say by which decision the unit ended without becoming anything',
		);
	return blank && cells.source !== '';
}

/** No unit becomes nothing twice, or nothing and something. */
export function checkEndings(
	endings: readonly Ending[],
	links: readonly LineageRow[],
	stored: readonly StoredLink[],
	problems: ProblemSink,
): void {
	const withSuccessors = new Set(stored.map(({ oldUnitId }) => oldUnitId));
	const lines = new Map(links.map(({ oldUnitId, line }) => [oldUnitId, line]));
	for (const { line, oldCode, oldUnitId } of endings) {
		const other = lines.get(oldUnitId);
		if (other !== undefined)
			problems.add(
				`line ${line}`,
				'noneAndMore',
				`says that ${oldCode} became nothing, but line ${other} says what of`,
			);
		if (withSuccessors.has(oldUnitId))
			problems.add(
				`line ${line}`,
				'overwrite',
				`says that ${oldCode} became nothing, but it is stored what it became; nothing is overwritten`,
			);
		lines.set(oldUnitId, line);
	}
}

/** Keeps what is new of this; units that turn out to have successors are taken out. @returns how many are new. */
export async function storeEndings(
	database: Database,
	endings: readonly Ending[],
	links: readonly LineageRow[],
): Promise<number> {
	await database.execute(
		sql`delete from unit_without_successor where ${among(
			sql`unit_id`,
			links.map(({ oldUnitId }) => oldUnitId),
		)}`,
	);
	const rows = await queryRows<{ unit_id: number }>(
		database,
		sql`insert into unit_without_successor (unit_id, source)
			select "oldUnitId", source
			from jsonb_to_recordset(${JSON.stringify(endings)}::jsonb) as item ("oldUnitId" int, source text)
			on conflict (unit_id) do nothing returning unit_id`,
	);
	return rows.length;
}
