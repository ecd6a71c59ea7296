import { findPlaces } from '$lib/admin-units/search/find-places.server';
import type { SearchHit } from '$lib/contracts/search';
import { localDay } from '$lib/contracts/local-time';
import { app } from '$lib/server/app';
import type { Database } from '$lib/server/db/client';
import { answer } from '$lib/server/http';
import { lifetimes } from '$lib/server/lifetimes';
import { answerReading, readableJson } from '$lib/server/open-reading';
import { pathOf } from '../../../(public)/search/path-of';
import { longestText, shortestText } from '../../../(public)/search/text';
import type { RequestHandler } from './$types';

/** How many a list under a field can hold. */
const limit = 8;

/** The first communes, villages and former units whose names answer to `q`, best first. */
export const GET: RequestHandler = ({ locals, url, request, getClientAddress }) =>
	answer(() =>
		answerReading({ request, address: getClientAddress(), pace: 'pages' }, async () => {
			const text = (url.searchParams.get('q') ?? '').trim().slice(0, longestText);
			const hits = text.length < shortestText ? [] : await find(locals.handle.database, text);
			return readableJson(JSON.stringify(hits), lifetimes.reading);
		}),
	);

async function find(database: Database, text: string): Promise<SearchHit[]> {
	const today = localDay(new Date());
	const { homeUnit: homeCode } = app().config;
	const { places } = await findPlaces(database, text, { homeCode, today, limit });
	const named = ({ kind, name }: SearchHit['unit']) => ({ kind, name });
	return places.map((place) => ({
		...{ id: place.unit.id, path: pathOf(place, today), span: place.span },
		...{ unit: named(place.unit), ancestors: place.ancestors.map(named) },
		now: place.now.map(named),
	}));
}
