import { fail, redirect } from '@sveltejs/kit';
import { linkClass } from '$lib/library/link-class.server';
import { readMaterial } from '$lib/library/read.server';
import { withdrawMaterial } from '$lib/library/withdraw.server';
import { toAddress } from '$lib/messages/addresses';
import { idParameter, textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const id = idParameter(params.material);
		return { material: await readMaterial(handle.database, actor, id, new Date()) };
	});

export const actions: Actions = {
	link: async ({ locals: { actor, handle }, params, request }) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			const activityId = idParameter(entered['activityId'] ?? '');
			const materialId = idParameter(params.material);
			await linkClass(handle.database, actor, materialId, activityId, new Date());
			return { linked: true };
		});
	},
	withdraw: ({ locals: { actor, handle, locale }, params }) =>
		pageData(async () => {
			if (!actor) return fail(401);
			const id = idParameter(params.material);
			await withdrawMaterial(handle.database, actor, id, new Date());
			redirect(303, `${toAddress('/library', locale)}?da-go`);
		}),
};
