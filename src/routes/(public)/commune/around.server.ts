import { readDrawnStructure } from '$lib/admin-units/outlines/drawn-structure.server';
import { readNeighbours } from '$lib/admin-units/outlines/neighbours.server';
import { localDay } from '$lib/contracts/local-time';
import type { TrendEvent } from '$lib/contracts/trend-events';
import type { CommuneView } from '$lib/coverage/commune/view';
import { readAlike } from '$lib/coverage/compare/alike.server';
import { readTrendEvents } from '$lib/coverage/events/read-trend-events.server';
import { readActivityCounts } from '$lib/indicators/read-activities.server';
import { listPublished } from '$lib/practices/published.server';
import type { Database } from '$lib/server/db/client';
import { countPublicTickets, readReleasedAnswers } from '$lib/tickets/read-public.server';
import { slugOf } from './path';

const most = { peers: 6, practices: 5, released: 3 };

export type Around = Awaited<ReturnType<typeof loadAround>>;

/** What explains a commune's line, from its first month on. */
export function readLineEvents(
	database: Database,
	{ unit, trend }: CommuneView,
	now: Date,
): Promise<TrendEvent[]> {
	const from = trend[0]?.periodCode ?? localDay(now);
	return readTrendEvents(database, unit, { from, at: now });
}

/** Path of a commune's border, as the map of its province draws it; null while there are no boundaries. */
export async function readOutline(
	database: Database,
	{ unit, commune, period }: CommuneView,
): Promise<string | null> {
	const province = commune?.province?.unit;
	if (!province || !period) return null;
	const drawn = await readDrawnStructure(database, province, period.endsOn);
	return drawn?.drawing.shapes.find(({ id }) => id === unit.id)?.path ?? null;
}

/** What was done for a commune's figures, and what lies around them; all of it public elsewhere too. */
export async function loadAround(
	database: Database,
	{ unit, commune, period }: CommuneView,
	now: Date,
) {
	const today = localDay(now);
	const province = commune?.province?.unit ?? null;
	const scope = { scopeUnitId: province?.id ?? unit.id, provinceId: province?.id ?? unit.id };
	const page = { page: 1, pageSize: most.practices, skill: null };
	const withPath = <Named extends { code: string; name: string }>(other: Named) => ({
		...other,
		path: `/commune/${slugOf(other)}`,
	});
	const alike = await readAlike(database, unit, { ...scope, day: today, most: most.peers });
	const neighbours = await readNeighbours(database, unit.id, { ...scope, day: today });
	return {
		activities:
			period && (await readActivityCounts(database, unit.id, { month: period.code, day: today })),
		...(await countPublicTickets(database, unit.id)),
		released: await readReleasedAnswers(database, [unit.id], most.released),
		practices: (await listPublished(database, { ...page, unitIds: [unit.id] })).practices,
		neighbours: neighbours.map(withPath),
		alike: alike.map(withPath),
	};
}
