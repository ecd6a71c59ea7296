import { fail, redirect } from '@sveltejs/kit';
import { draftCriteria } from '$lib/awards/criteria/draft.server';
import { listCriteria } from '$lib/awards/criteria/read.server';
import { readSeason } from '$lib/awards/season/read.server';
import { toAddress } from '$lib/messages/addresses';
import { idParameter, textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const season = await readSeason(handle.database, actor, idParameter(params.season));
		return { season, versions: await listCriteria(handle.database, season.id) };
	});

export const actions: Actions = {
	draft: async ({ locals: { actor, handle, locale }, params, request }) => {
		if (!actor) return fail(401);
		const { categoryId = '' } = textFields(await request.formData());
		return pageData(async () => {
			const which = { seasonId: idParameter(params.season), categoryId: idParameter(categoryId) };
			const id = await draftCriteria(handle.database, actor, which, new Date());
			redirect(303, toAddress(`/awards/${which.seasonId}/criteria/${id}`, locale));
		});
	},
};
