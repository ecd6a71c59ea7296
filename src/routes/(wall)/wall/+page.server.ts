import { error } from '@sveltejs/kit';
import { hasFigures, parseWallOrder } from '$lib/contracts/wall';
import { scenesOn } from '$lib/coverage/wall/calendar';
import { app } from '$lib/server/app';
import { pageData } from '$lib/server/http';
import { momentOf } from '$lib/wall/moment';
import { readScene } from '$lib/wall/read-scene.server';
import { readWall } from '$lib/wall/read-wall.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, screen, handle }, url, depends }) =>
	pageData(async () => {
		depends('app:wall');
		const viewer = actor ?? screen;
		if (!viewer) error(401, 'signIn');
		const { database } = handle;
		const order = parseWallOrder(url.searchParams);
		const { now, at } = momentOf(order.at);
		const homeCode = app().config.homeUnit;
		const month = url.searchParams.get('thang');
		const periodCode = month ?? undefined;
		const read = await readWall(database, { actor: viewer, homeCode, periodCode, now, at });
		const paired = !actor && screen !== null;
		if (!read) return { paired, wall: null };
		// Drawn at once, also without scripts; the wall fetches what comes after it.
		const first = order.scenes[0] ?? scenesOn(now.getTime(), read.wall.calendar)[0] ?? 'province';
		const request = { actor: viewer, homeCode, month: periodCode, now, at };
		const figures = hasFigures(first) ? { [first]: await readScene(database, first, request) } : {};
		return { ...read, paired, at: at && order.at, month, first, figures };
	});
