import { fail } from '@sveltejs/kit';
import { abandonRound } from '$lib/awards/back-checks/abandon-round.server';
import { readRound } from '$lib/awards/back-checks/read-rounds.server';
import { typeDice } from '$lib/awards/back-checks/type-dice.server';
import { idParameter, textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const askedOf = (params: { season: string; round: string }) => ({
	seasonId: idParameter(params.season),
	number: idParameter(params.round),
});

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		return { round: await readRound(handle.database, actor, askedOf(params)) };
	});

export const actions: Actions = {
	dice: async ({ locals: { actor, handle }, params, request }) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			const typed = entered['dice'] ?? '';
			return { done: await typeDice(handle.database, actor, askedOf(params), typed, new Date()) };
		});
	},
	abandon: async ({ locals: { actor, handle }, params, request }) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			await abandonRound(handle.database, actor, askedOf(params), entered, new Date());
			return { done: 'abandoned' as const };
		});
	},
};
