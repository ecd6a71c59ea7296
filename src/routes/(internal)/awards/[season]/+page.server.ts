import { mayOpen } from '$lib/accounts/access/policy.server';
import { readSeason } from '$lib/awards/season/read.server';
import { openRooms } from '$lib/awards/season/rooms';
import { readTodos } from '$lib/awards/season/read-todos.server';
import { standingOn } from '$lib/awards/season/standing';
import { localDay } from '$lib/contracts/local-time';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const season = await readSeason(handle.database, actor, idParameter(params.season));
		const today = localDay(new Date());
		const todos = await readTodos(handle.database, actor, [season], today);
		const { next, warnings } = standingOn(today, season);
		return {
			season,
			todos: todos.get(season.id) ?? [],
			...{ next, warnings },
			rooms: openRooms((route) => mayOpen(route, actor)),
		};
	});
