import { fail, redirect } from '@sveltejs/kit';
import { fixFrame } from '$lib/awards/back-checks/fix-frame.server';
import { readCommunes } from '$lib/awards/back-checks/read-communes.server';
import { listRounds } from '$lib/awards/back-checks/read-rounds.server';
import { frameFromForm } from '$lib/awards/back-checks/schemas';
import { localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { idParameter, textFields, textValues } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const { database } = handle;
		const { season, rounds } = await listRounds(database, actor, idParameter(params.season));
		const communes = await readCommunes(database, season.unitId, localDay(new Date()));
		return { season: { id: season.id, name: season.name }, rounds, communes };
	});

export const actions: Actions = {
	default: async ({ locals: { actor, handle, locale }, params, request }) => {
		if (!actor) return fail(401);
		const data = await request.formData();
		const entered = textFields(data);
		return formAnswer(entered, async () => {
			const id = idParameter(params.season);
			const input = frameFromForm(entered, textValues(data, 'communes'));
			const round = await fixFrame(handle.database, actor, id, input, new Date());
			redirect(303, toAddress(`/awards/${id}/back-checks/${round}`, locale));
		});
	},
};
