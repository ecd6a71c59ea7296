import { signedIn } from '$lib/accounts/sessions/signed-in.server';
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
		const { actor, database } = signedIn(locals);
		const id = idParameter(params.activity);
		return {
			activity: await readActivity(database, actor, id),
			today: localDay(new Date()),
		};
	});

export const actions: Actions = {
	correct: async ({ locals, params, request }) => {
		const { actor, database } = signedIn(locals);
		const data = await request.formData();
		const entered = textFields(data);
		return formAnswer({ ...entered, change: 'correct' }, async () => {
			const id = idParameter(params.activity);
			const arrival = { photo: uploadedFile(data, 'photo'), now: new Date() };
			await correctActivity(database, actor, id, activityFromForm(entered), arrival);
			return { corrected: true };
		});
	},
	cancel: async ({ locals, params, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		return formAnswer({ ...entered, change: 'cancel' }, async () => {
			const id = idParameter(params.activity);
			await cancelActivity(database, actor, id, entered, new Date());
			return { corrected: false };
		});
	},
};
