import { homeUnit } from '$lib/admin-units/home.server';
import { listCommunes } from '$lib/admin-units/structure/list-communes.server';
import { listAllSeasons } from '$lib/awards/season/read.server';
import { indicatorCodes } from '$lib/indicators/describe.server';
import { publicPages } from '$lib/messages/public-pages';
import { listEditions } from '$lib/open-data/files/list-editions.server';
import { listPublishedIds } from '$lib/practices/published.server';
import type { Database } from '$lib/server/db/client';
import { provincePath, slugOf } from '../(public)/commune/path';
import { chapters } from '../(public)/method/chapters';

/** Every page that anybody may look for: those that there always are, and one for each thing that there is. */
export async function listPaths(
	database: Database,
	homeCode: string | undefined,
	today: string,
): Promise<string[]> {
	const home = await homeUnit(database, homeCode, today);
	const communes = home ? await listCommunes(database, home.id, today) : [];
	const provinces = home?.level === 'country' ? communes.map(({ province }) => province) : [];
	const { editions } = await listEditions(database, homeCode, today);
	const seasons = await listAllSeasons(database);
	return [
		...publicPages,
		...chapters.map((chapter) => `/method/${chapter}`),
		...indicatorCodes().map((code) => `/indicators/${code}`),
		...editions.map(({ period }) => `/data/${period}`),
		...(await listPublishedIds(database)).map((id) => `/practices/${id}`),
		...seasons.map(({ id }) => `/award-season/${id}`),
		// Before that there is nothing to check.
		...seasons.flatMap(({ id, frozenAt }) => (frozenAt ? [`/award-season/${id}/check`] : [])),
		...new Set(provinces.map(provincePath)),
		...communes.map((unit) => `/commune/${slugOf(unit)}`),
		...communes.map((unit) => `/commune/${slugOf(unit)}/loudspeaker`),
	];
}
