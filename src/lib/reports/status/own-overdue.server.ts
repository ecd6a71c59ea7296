import type { Unit } from '../../contracts/admin-units';
import type { Period } from '../../contracts/reports';
import { dueAt } from '../../contracts/timeliness';
import type { Database } from '../../server/db/client';
import { listOpenPeriods } from '../periods/open-periods.server';
import { findPeriods } from '../periods/periods.server';
import { isIncomplete, type Standing } from './standing';
import { readOwnStanding, readStandingsOf } from './standing.server';

/** Periods of those reported now whose report the unit itself still owes after its day, the newest first. */
export async function readOwnOverdue(database: Database, unit: Unit, now: Date): Promise<Period[]> {
	const open = (await listOpenPeriods(database, now)).map(({ code }) => code);
	const passed = [...(await findPeriods(database, open, unit.id)).values()].filter(
		(period) => dueAt(period, unit.level) <= now,
	);
	const owed: Period[] = [];
	for (const period of passed) {
		const standing = await readStanding(database, unit, period, now);
		if (standing && isIncomplete(standing)) owed.push(period);
	}
	return owed.sort(
		(one, other) => dueAt(other, unit.level).getTime() - dueAt(one, unit.level).getTime(),
	);
}

/** A commune's report is its own or else all its villages'; everybody else's is their own. */
async function readStanding(
	database: Database,
	unit: Unit,
	period: Period,
	now: Date,
): Promise<Standing | undefined> {
	if (unit.level !== 'commune') return readOwnStanding(database, unit, period, now);
	const [standing] = await readStandingsOf(database, [unit.id], period, now);
	return standing;
}
