import { redirect } from '@sveltejs/kit';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { nominationFromForm } from '$lib/awards/nominations/form';
import { putForward } from '$lib/awards/nominations/put-forward.server';
import { readNominationForm } from '$lib/awards/nominations/read-form.server';
import { toAddress } from '$lib/messages/addresses';
import { idParameter, textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url: { searchParams } }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const asked = { category: searchParams.get('hang-muc'), unit: searchParams.get('don-vi') };
		return readNominationForm(database, actor, idParameter(params.season), asked, new Date());
	});

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			const seasonId = idParameter(params.season);
			const input = nominationFromForm(entered);
			const id = await putForward(database, actor, seasonId, input, new Date());
			redirect(303, toAddress(`/awards/${seasonId}/nominations/${id}`, locals.locale));
		});
	},
};
