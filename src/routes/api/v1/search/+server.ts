import { json } from '@sveltejs/kit';
import { findPlaces } from '$lib/admin-units/find-places.server';
import type { SearchHit } from '$lib/contracts/search';
import { localDay } from '$lib/contracts/local-time';
import { app } from '$lib/server/app';
import { answer } from '$lib/server/http';
import { lifetimes } from '$lib/server/lifetimes';
import { pathOf } from '../../../(public)/search/path-of';
import { longestText, shortestText } from '../../../(public)/search/text';
import type { RequestHandler } from './$types';

/** How many a list under a field can hold. */
const limit = 8;

/** The first communes, villages and former units whose names answer to `q`, best first. */
export const GET: RequestHandler = ({ locals, url }) =>
	answer(async () => {
		const text = (url.searchParams.get('q') ?? '').trim().slice(0, longestText);
		if (text.length < shortestText) return json([]);
		const today = localDay(new Date());
		const { homeUnit: homeCode } = app().config;
		const { places } = await findPlaces(locals.handle.database, text, { homeCode, today, limit });
		const named = ({ kind, name }: SearchHit['unit']) => ({ kind, name });
		const hits = places.map((place): SearchHit => ({
			...{ id: place.unit.id, path: pathOf(place, today), span: place.span },
			...{ unit: named(place.unit), ancestors: place.ancestors.map(named) },
			now: place.now.map(named),
		}));
		return json(hits, { headers: { 'cache-control': lifetimes.reading } });
	});
