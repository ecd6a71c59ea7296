import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '../../server/db/client';
import { deadlineVersion } from '../../server/db/schema';
import { unitsAbove } from '../../server/db/unit-tree';

export type DeadlineVersion = typeof deadlineVersion.$inferSelect;

/** All versions of all units, oldest first; there are few. */
export function readVersions(database: Database): Promise<DeadlineVersion[]> {
	return database.select().from(deadlineVersion).orderBy(deadlineVersion.validFrom);
}

/** Ids of a unit and everything above it, nearest first; none without a unit. */
export async function readLine(
	database: Database,
	unitId: number | null | undefined,
): Promise<number[]> {
	if (unitId == null) return [];
	const rows = await queryRows<{ id: number }>(
		database,
		sql`select id from ${unitsAbove(unitId)} line order by depth`,
	);
	return rows.map(({ id }) => id);
}

/** The version of each unit that has rules of its own, and the country's, for a period from a day. */
export function versionsInForce(
	versions: readonly DeadlineVersion[],
	startsOn: string,
): DeadlineVersion[] {
	const begun = versions.filter(({ validFrom }) => validFrom <= startsOn);
	const newest = new Map(begun.map((version) => [version.unitId, version]));
	if (!newest.has(null)) {
		// A period from before the first version follows the first one.
		const first = versions.find(({ unitId }) => unitId === null);
		if (first) newest.set(null, first);
	}
	return [...newest.values()];
}

/** The version that holds for the unit whose `line` is given. */
export function versionInForce(
	versions: readonly DeadlineVersion[],
	startsOn: string,
	line: readonly number[],
): DeadlineVersion {
	const inForce = versionsInForce(versions, startsOn);
	const of = (unitId: number | null) => inForce.find((version) => version.unitId === unitId);
	const nearest = line.map(of).find((version) => version !== undefined) ?? of(null);
	if (!nearest) throw new Error('The first version comes with the database.');
	return nearest;
}

/** The rules for periods of a unit that begin on a local day; the country's without a unit. */
export async function readRulesInForce(
	database: Database,
	unitId: number | undefined,
	day: string,
): Promise<DeadlineVersion> {
	const line = await readLine(database, unitId);
	return versionInForce(await readVersions(database), day, line);
}
