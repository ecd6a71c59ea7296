import { fail } from '@sveltejs/kit';
import { cancelActivity } from '$lib/activities/cancel.server';
import { correctActivity } from '$lib/activities/correct.server';
import { activityFromForm } from '$lib/activities/form';
import { readActivity } from '$lib/activities/read.server';
import { localDay } from '$lib/contracts/local-time';
import { idParameter, textFields, uploadedFile } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	pageData(async () => {
		if (!locals.actor) throw new Error('The route policy lets nobody in without an account.');
		const id = idParameter(params.activity);
		return {
			activity: await readActivity(locals.handle.database, locals.actor, id),
			today: localDay(new Date()),
		};
	});

export const actions: Actions = {
	correct: async ({ locals: { actor, handle }, params, request }) => {
		if (!actor) return fail(401);
		const data = await request.formData();
		const entered = textFields(data);
		return formAnswer({ ...entered, change: 'correct' }, async () => {
			await correctActivity(
				handle.database,
				actor,
				idParameter(params.activity),
				activityFromForm(entered),
				{ photo: uploadedFile(data, 'photo'), now: new Date() },
			);
			return { corrected: true };
		});
	},
	cancel: async ({ locals: { actor, handle }, params, request }) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer({ ...entered, change: 'cancel' }, async () => {
			const id = idParameter(params.activity);
			await cancelActivity(handle.database, actor, id, entered, new Date());
			return { corrected: false };
		});
	},
};
