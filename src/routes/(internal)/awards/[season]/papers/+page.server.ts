import { fail } from '@sveltejs/kit';
import { listPapers } from '$lib/papers/awards/list-papers.server';
import { savePaperSettings } from '$lib/papers/awards/settings.server';
import { paperSettingsFromForm } from '$lib/papers/awards/settings-form';
import { idParameter, textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(() => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		return listPapers(handle.database, actor, idParameter(params.season));
	});

export const actions: Actions = {
	default: async ({ locals: { actor, handle }, params, request }) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			const settings = paperSettingsFromForm(entered);
			await savePaperSettings(
				...([handle.database, actor, idParameter(params.season), settings, new Date()] as const),
			);
			return { done: true };
		});
	},
};
