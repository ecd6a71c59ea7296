import type { Database } from '../../server/db/client';
import { unitsWithoutSuccessor, type UnitWithoutSuccessor } from './without-successor.server';

/** A page names no more than these. */
const mostShown = 200;

/** Units without a successor for a page: the first of them, how many there are, and their households. */
export async function readMissing(database: Database): Promise<{
	units: UnitWithoutSuccessor[];
	count: number;
	households: number;
}> {
	const units = await unitsWithoutSuccessor(database);
	return {
		units: units.slice(0, mostShown),
		count: units.length,
		households: units.reduce((sum, { households }) => sum + (households ?? 0), 0),
	};
}
