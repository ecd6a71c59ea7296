import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { decideByForm, stepManyByForm } from '$lib/awards/nominations/act-by-form.server';
import { listNominations } from '$lib/awards/nominations/list.server';
import { idParameter, textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		return { list: await listNominations(database, actor, idParameter(params.season)) };
	});

async function formOf({ locals, params: { season }, request }: RequestEvent) {
	const data = await request.formData();
	return { ...signedIn(locals), season, data, entered: textFields(data) };
}

export const actions: Actions = {
	many: async (event) => stepManyByForm(await formOf(event)),
	decide: async (event) => decideByForm(await formOf(event)),
};
