import { mayOpen } from '$lib/accounts/access/policy.server';
import { listSeasons } from '$lib/awards/season/read.server';
import { readTodos } from '$lib/awards/season/read-todos.server';
import { standingOn } from '$lib/awards/season/standing';
import { localDay } from '$lib/contracts/local-time';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle } }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const today = localDay(new Date());
		const seasons = await listSeasons(handle.database, actor);
		const todos = await readTodos(handle.database, actor, seasons, today);
		return {
			seasons: seasons.map((season) => ({
				...standingOn(today, season),
				todos: todos.get(season.id) ?? [],
			})),
			mayAdd: mayOpen('/(internal)/awards/new', actor),
		};
	});
