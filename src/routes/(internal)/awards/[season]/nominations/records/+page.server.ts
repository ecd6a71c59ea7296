import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { recordFromForm } from '$lib/awards/nominations/form';
import { listNominations } from '$lib/awards/nominations/list.server';
import { addRecord, listRecords } from '$lib/awards/nominations/records.server';
import { idParameter, textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const seasonId = idParameter(params.season);
		const records = await listRecords(database, actor, seasonId);
		const { season, nominations } = await listNominations(database, actor, seasonId);
		return { records, season, nominations };
	});

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			const input = recordFromForm(entered);
			await addRecord(database, actor, idParameter(params.season), input, new Date());
			return { done: true };
		});
	},
};
