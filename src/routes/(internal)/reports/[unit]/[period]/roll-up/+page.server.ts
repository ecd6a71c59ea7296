import { fail } from '@sveltejs/kit';
import { catalogue } from '$lib/indicators/catalogue';
import { readOwnFigures } from '$lib/reports/roll-up/own-figures.server';
import { readRollUp } from '$lib/reports/roll-up/read-roll-up.server';
import { submitRollUp } from '$lib/reports/roll-up/submit-roll-up.server';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle, locale }, params, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const rollUp = await readRollUp(handle.database, actor, params, new Date());
		return {
			...rollUp,
			own: await readOwnFigures(handle.database, rollUp, locale),
			/** Sums that say too little are shown only to who asks for them. */
			isShown: rollUp.missing.length === 0 || url.searchParams.get('chua-du') === '1',
			indicators: catalogue
				.filter(({ code }) => rollUp.sum.indicators.includes(code))
				.map(({ code, name }) => ({ code, name: name[locale] })),
		};
	});

export const actions: Actions = {
	default: ({ locals: { actor, handle }, params, request }) =>
		pageData(async () => {
			if (!actor) return fail(401);
			const entered = textFields(await request.formData());
			const now = new Date();
			const result = await submitRollUp(handle.database, actor, params, entered, now);
			if ('revision' in result) return { revision: result.revision };
			return fail(422, { problems: result.problems, entered });
		}),
};
