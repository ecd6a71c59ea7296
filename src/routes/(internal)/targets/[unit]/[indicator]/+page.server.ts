import { fail } from '@sveltejs/kit';
import { readReachable } from '$lib/admin-units/access/reachable.server';
import { localDay } from '$lib/contracts/local-time';
import { targetsFromForm } from '$lib/indicators/targets/form';
import { readTargets } from '$lib/indicators/targets/read.server';
import { setTargets } from '$lib/indicators/targets/set.server';
import { textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import { shownYear } from '../../period.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, params, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const { database } = handle;
		const now = new Date();
		const { unit } = await readReachable(database, actor, params.unit, localDay(now));
		const shown = await shownYear(database, unit, url.searchParams.get('nam'), now);
		return {
			...{ year: shown.year, until: shown.until },
			view: await readTargets(database, actor, unit, params.indicator, shown),
			distributed: url.searchParams.has('chia'),
		};
	});

export const actions: Actions = {
	set: async ({ locals: { actor, handle }, params, request, url }) => {
		if (!actor) return fail(401);
		const now = new Date();
		const entered = textFields(await request.formData());
		const year = Number(url.searchParams.get('nam') ?? localDay(now).slice(0, 4));
		return formAnswer(entered, async () => {
			const input = targetsFromForm(entered, { indicatorCode: params.indicator, year });
			return { saved: await setTargets(handle.database, actor, input, now) };
		});
	},
};
