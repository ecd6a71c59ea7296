import { writeCalendar } from '$lib/awards/calendar/ics';
import { planSteps } from '$lib/awards/calendar/plan';
import { readSeason } from '$lib/awards/season/read.server';
import { loadWorkMessages } from '$lib/messages';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import { app } from '$lib/server/app';
import { linkOrigin } from '$lib/server/link-origin';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { actor, handle, locale }, params, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const season = await readSeason(handle.database, actor, idParameter(params.season));
		const { awardCalendar } = await loadWorkMessages(locale);
		const file = writeCalendar(
			planSteps(season.year, season.settings),
			{ title: season.name, nameOf: (step) => awardCalendar.steps[step] },
			{
				seasonId: season.id,
				host: new URL(linkOrigin(app().config, url)).hostname,
				now: new Date(),
			},
		);
		return new Response(file, {
			headers: {
				'content-type': 'text/calendar; charset=utf-8',
				'content-disposition': `attachment; filename="thi-dua-${season.id}.ics"`,
			},
		});
	});
