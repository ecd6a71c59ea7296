import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import {
	addPhotoByForm,
	removePhotoByForm,
	reviewByForm,
	rewriteByForm,
} from '$lib/practices/act-by-form.server';
import { readPractice } from '$lib/practices/read.server';
import { idParameter, textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		return {
			practice: await readPractice(database, actor, idParameter(params.practice)),
			justSent: url.searchParams.has('da-gui'),
		};
	});

async function formOf({ locals, params: { practice }, request }: RequestEvent) {
	const data = await request.formData();
	return { ...signedIn(locals), practice, data, entered: textFields(data) };
}

export const actions: Actions = {
	rewrite: async (event) => rewriteByForm(await formOf(event)),
	review: async (event) => reviewByForm(await formOf(event)),
	addPhoto: async (event) => addPhotoByForm(await formOf(event)),
	removePhoto: async (event) => removePhotoByForm(await formOf(event)),
};
