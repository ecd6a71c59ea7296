import { findPlaces } from '$lib/admin-units/search/find-places.server';
import { localDay } from '$lib/contracts/local-time';
import { app } from '$lib/server/app';
import { communePath } from '../commune/path';
import type { PageServerLoad } from './$types';
import { pathOf } from './path-of';
import { longestText, shortestText } from './text';

/** How many are shown. */
const limit = 30;

export const load: PageServerLoad = async ({ locals, url }) => {
	const text = (url.searchParams.get('q') ?? '').trim().slice(0, longestText);
	if (text.length < shortestText) return { text, tooShort: text !== '', found: null };
	const today = localDay(new Date());
	const { homeUnit: homeCode } = app().config;
	const found = await findPlaces(locals.handle.database, text, { homeCode, today, limit });
	const places = found.places.map((place) => ({
		...place,
		path: pathOf(place, today),
		now: place.now.map((unit) => ({ unit, path: communePath(unit, today) })),
	}));
	return { text, tooShort: false, found: { places, more: found.more } };
};
