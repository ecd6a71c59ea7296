import { fail } from '@sveltejs/kit';
import { enterFinding } from '$lib/awards/back-checks/enter-finding.server';
import { readItems } from '$lib/awards/back-checks/read-items.server';
import { readFoundSamples } from '$lib/awards/back-checks/read-sample.server';
import { localDay } from '$lib/contracts/local-time';
import { idParameter, textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import { NotFoundError } from '$lib/server/errors';
import type { Actions, PageServerLoad } from './$types';

const askedOf = (params: { season: string; round: string }) => ({
	seasonId: idParameter(params.season),
	number: idParameter(params.round),
});

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const asked = askedOf(params);
		const items = await readItems(handle.database, actor, asked, { unit: params.unit });
		const [first] = items;
		if (!first) throw new NotFoundError('The round drew nothing there.');
		return {
			...asked,
			items,
			samples: await readFoundSamples(handle.database, actor, { ...asked, unitId: first.unitId }),
			unit: { kind: first.unitKind, name: first.unitName },
			today: localDay(new Date()),
		};
	});

export const actions: Actions = {
	default: async ({ locals: { actor, handle }, params, request }) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			const item = { ...askedOf(params), itemId: idParameter(entered['itemId'] ?? '') };
			await enterFinding(handle.database, actor, item, entered, new Date());
			return { done: true };
		});
	},
};
