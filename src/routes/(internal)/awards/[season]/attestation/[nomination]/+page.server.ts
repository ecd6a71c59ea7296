import { fail } from '@sveltejs/kit';
import { attestDossier } from '$lib/awards/attestation/attest.server';
import { openAttestation } from '$lib/awards/attestation/read-attestation.server';
import { idParameter, textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const askedOf = (params: { season: string; nomination: string }) => ({
	seasonId: idParameter(params.season),
	nominationId: idParameter(params.nomination),
});

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const asked = askedOf(params);
		return { ...asked, ...(await openAttestation(handle.database, actor, asked)) };
	});

export const actions: Actions = {
	default: async ({ locals: { actor, handle }, params, request }) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			await attestDossier(handle.database, actor, askedOf(params), entered, new Date());
			return { done: true };
		});
	},
};
