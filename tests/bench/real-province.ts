import { sql } from 'drizzle-orm';
import { syncCatalogue } from '../../src/lib/indicators/sync.server';
import { decideReports } from '../../src/lib/reports/review/decide.server';
import { submitReports } from '../../src/lib/reports/intake/submit.server';
import { latestDueMonth } from '../../src/lib/reports/periods/deadlines';
import { openDatabase, queryRows, type Database } from '../../src/lib/server/db/client';
import { unitsBelow } from '../../src/lib/server/db/unit-tree';
import { prepareDatabase } from '../../src/lib/server/db/prepare';
import { makeAccount } from '../database/province';
import { bacGiang, importPlace } from './real-place';

/** Fills a folder with the 209 communes of Bắc Giang, which have reported and are approved. */
export async function fillRealProvince(folder: string): Promise<void> {
	const handle = await openDatabase({ dataDirectory: folder });
	try {
		await prepareDatabase(handle);
		await syncCatalogue(handle.database);
		await report(handle.database, await importPlace(handle.database, bacGiang));
	} finally {
		await handle.close();
	}
}

/** Every commune has reported for the newest month that is due, each something else, and is approved. */
async function report(database: Database, homeId: number): Promise<void> {
	const period = latestDueMonth(new Date());
	const now = new Date(`${period}-20T03:00:00Z`);
	const communes = await queryRows<{ code: string }>(
		database,
		sql`select unit.code from ${unitsBelow(homeId)} below join admin_unit unit on unit.id = below.id
			where unit.level = 'commune' order by unit.code`,
	);
	const reporter = await makeAccount(database, 'reporter', 'reporter', homeId);
	const approver = await makeAccount(database, 'approver', 'approver', homeId);
	const reports = communes.map(({ code }) => ({
		...{ unit: code, period },
		householdSkills: figuresOf(Number(code)),
	}));
	const taken = await submitReports(database, reporter, reports, { channel: 'api', now });
	const decisions = reports.map(({ unit }) => ({
		...{ unit, period, revision: 1, comment: '' },
		decision: 'approve' as const,
	}));
	const decided = await decideReports(database, approver, decisions, now);
	if (
		taken.some(({ status }) => status !== 'accepted') ||
		decided.some(({ status }) => status !== 'done')
	)
		throw new Error(`The communes could not report: ${JSON.stringify([taken[0], decided[0]])}`);
}

/** Counts of households, by a commune's code. */
function figuresOf(code: number) {
	const households = 900 + ((code * 37) % 3_100);
	const able = (percent: number) => Math.round((households * percent) / 100);
	const allFive = 35 + (code % 45);
	return {
		...{ households, allFive: able(allFive), assisted: able(3) },
		...{ skill1: able(allFive + 8), skill2: able(allFive + 2), skill3: able(allFive + 6) },
		...{ skill4: able(allFive + 3), skill5: able(allFive + 4) },
		...{ vneid: able(allFive + 9), serviceAccount: able(allFive + 5) },
	};
}
