import { fail, redirect } from '@sveltejs/kit';
import { toAddress } from '$lib/messages/addresses';
import { correctDirective, removeDirective } from '$lib/plans/directives/correct.server';
import { readDirective } from '$lib/plans/directives/read.server';
import { idParameter, textFields, uploadedFile } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const id = idParameter(params.directive);
		return { directive: await readDirective(handle.database, actor, id) };
	});

export const actions: Actions = {
	correct: async ({ locals: { actor, handle }, params, request }) => {
		if (!actor) return fail(401);
		const data = await request.formData();
		const entered = textFields(data);
		return formAnswer(entered, async () => {
			const options = { file: uploadedFile(data, 'file'), now: new Date() };
			const id = idParameter(params.directive);
			await correctDirective(handle.database, actor, id, { kind: '', ...entered }, options);
			return { corrected: true };
		});
	},
	remove: ({ locals: { actor, handle, locale }, params }) =>
		pageData(async () => {
			if (!actor) return fail(401);
			await removeDirective(handle.database, actor, idParameter(params.directive));
			redirect(303, `${toAddress('/directives', locale)}?da-go`);
		}),
};
