import { homeUnit } from '../../admin-units/home.server';
import type { Unit } from '../../contracts/admin-units';
import {
	listPeriods,
	listVersions,
	type ListedVersion,
} from '../../coverage/record/read-version.server';
import type { Database } from '../../server/db/client';
import type { Edition } from './rows';

export interface ListedEditions {
	/** What the site is about; null while nothing was imported. */
	place: Unit | null;
	/** The newest of each month, the newest month first, and how many there are of the month. */
	editions: (Edition & { versions: number })[];
}

export async function listEditions(
	database: Database,
	homeCode: string | undefined,
	today: string,
): Promise<ListedEditions> {
	const place = (await homeUnit(database, homeCode, today)) ?? null;
	return { place, editions: place ? await listPeriods(database, place.id) : [] };
}

/** As many former editions of a month as a page can list. */
const mostListed = 500;

/** All editions of one month, the newest first, and what they are about. */
export async function listEditionsOf(
	database: Database,
	homeCode: string | undefined,
	{ period, today }: { period: string; today: string },
): Promise<{ place: Unit | null; editions: ListedVersion[] }> {
	const place = (await homeUnit(database, homeCode, today)) ?? null;
	const editions = place ? await listVersions(database, place.id, period, mostListed) : [];
	return { place, editions };
}
