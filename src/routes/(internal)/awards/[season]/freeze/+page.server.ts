import { fail } from '@sveltejs/kit';
import { planSteps } from '$lib/awards/calendar/plan';
import { listLateCorrections } from '$lib/awards/freeze/corrections.server';
import { freezeSeason } from '$lib/awards/freeze/freeze.server';
import { readFreezeNote } from '$lib/awards/freeze/read.server';
import { unreadyCategories } from '$lib/awards/freeze/ready.server';
import { readSeason } from '$lib/awards/season/read.server';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const shownAtOnce = 100;

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const { database } = handle;
		const season = await readSeason(database, actor, idParameter(params.season));
		const [planned] = planSteps(season.year, season.settings);
		return {
			...{ season, plannedOn: planned?.on ?? null },
			note: await readFreezeNote(database, season.id),
			unready: await unreadyCategories(database, season.id),
			late: await listLateCorrections(database, season.id, shownAtOnce),
		};
	});

export const actions: Actions = {
	default: async ({ locals: { actor, handle }, params }) => {
		if (!actor) return fail(401);
		return pageData(async () => {
			const id = idParameter(params.season);
			return { hash: await freezeSeason(handle.database, actor, id, new Date()) };
		});
	},
};
