import { fail } from '@sveltejs/kit';
import { freezeDay } from '$lib/awards/calendar/plan';
import { listLateApprovals } from '$lib/awards/freeze/late-approvals.server';
import { freezeSeason } from '$lib/awards/freeze/freeze.server';
import { readFreezeNote } from '$lib/awards/freeze/read.server';
import { readLacking } from '$lib/awards/freeze/ready.server';
import { readSeason } from '$lib/awards/season/read.server';
import { localDay } from '$lib/contracts/local-time';
import { idParameter, textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const shownAtOnce = 100;

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const { database } = handle;
		const season = await readSeason(database, actor, idParameter(params.season));
		const plannedOn = freezeDay(season.year, season.settings);
		return {
			...{ season, plannedOn, isEarly: localDay(new Date()) < plannedOn },
			note: await readFreezeNote(database, season.id),
			lacking: await readLacking(database, season.id),
			late: await listLateApprovals(database, season.id, shownAtOnce),
		};
	});

export const actions: Actions = {
	default: async ({ locals: { actor, handle }, params, request }) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			const id = idParameter(params.season);
			return { hash: await freezeSeason(handle.database, actor, id, new Date(), entered) };
		});
	},
};
