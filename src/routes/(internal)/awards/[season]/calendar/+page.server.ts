import { costOf, planSteps } from '$lib/awards/calendar/plan';
import { holidaysOf } from '$lib/awards/calendar/working-days';
import { readSeason } from '$lib/awards/season/read.server';
import { localDay } from '$lib/contracts/local-time';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const season = await readSeason(handle.database, actor, idParameter(params.season));
		const steps = planSteps(season.year, season.settings);
		return {
			...{ season, steps, today: localDay(new Date()) },
			cost: costOf(steps, season),
			source: holidaysOf(`${season.year}-01-01`)?.source ?? null,
		};
	});
