import { readHomes, type Homes } from '../../admin-units/home.server';
import type { Unit } from '../../contracts/admin-units';
import { isMonth, lastDayOf } from '../../contracts/local-time';
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

/**
 * What the editions of a month are about: what the site was about at its end, or is by now; nothing where an
 * address names no month.
 */
export function homeOf({ on }: Homes, { period, today }: { period: string; today: string }) {
	if (!isMonth(period)) return undefined;
	const lastDay = lastDayOf(period);
	return (lastDay < today ? on(lastDay) : undefined) ?? on(today);
}

export async function listEditions(
	database: Database,
	homeCode: string | undefined,
	today: string,
): Promise<ListedEditions> {
	const homes = await readHomes(database, homeCode);
	const place = homes.on(today) ?? null;
	if (!place) return { place, editions: [] };
	const ofEach = homes.all.map(async ({ id }) => {
		const editions = await listPeriods(database, id);
		return editions.filter(({ period }) => homeOf(homes, { period, today })?.id === id);
	});
	const editions = (await Promise.all(ofEach)).flat();
	return {
		place,
		editions: editions.toSorted((one, other) => (one.period < other.period ? 1 : -1)),
	};
}

/** As many former editions of a month as a page can list. */
const mostListed = 500;

/** All editions of one month, the newest first, and what they are about. */
export async function listEditionsOf(
	database: Database,
	homeCode: string | undefined,
	month: { period: string; today: string },
): Promise<{ place: Unit | null; editions: ListedVersion[] }> {
	const place = homeOf(await readHomes(database, homeCode), month) ?? null;
	const editions = place ? await listVersions(database, place.id, month.period, mostListed) : [];
	return { place, editions };
}
