import { localDay } from '$lib/contracts/local-time';
import { app } from '$lib/server/app';
import type { PageServerLoad } from './$types';
import { findCommunes } from './find-communes.server';

const shortest = 2;

export const load: PageServerLoad = async ({ locals, url }) => {
	const text = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
	if (text.length < shortest) return { text, tooShort: text !== '', found: null };
	const found = await findCommunes(
		locals.handle.database,
		text,
		app().config.homeUnit,
		localDay(new Date()),
	);
	return { text, tooShort: false, found };
};
