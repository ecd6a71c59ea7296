import { fail, redirect } from '@sveltejs/kit';
import { readActingUnits } from '$lib/admin-units/access/acting-units.server';
import { seasonFromForm } from '$lib/awards/season/form';
import { openSeason } from '$lib/awards/season/open.server';
import { localDay } from '$lib/contracts/local-time';
import { searchKey } from '$lib/contracts/text/search-key';
import { toAddress } from '$lib/messages/addresses';
import { textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const shownAtOnce = 60;

export const load: PageServerLoad = ({ locals: { actor, handle }, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const day = localDay(new Date());
		const filter = url.searchParams.get('tim') ?? '';
		const { units, total } = await readActingUnits(handle.database, actor, {
			...{ roles: ['administrator'], day, searchName: searchKey(filter) },
			...{ limit: shownAtOnce, hasUnitsBelow: true },
		});
		return { units, total, filter, year: Number(day.slice(0, 4)) };
	});

export const actions: Actions = {
	default: async ({ locals: { actor, handle, locale }, request }) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			const id = await openSeason(handle.database, actor, seasonFromForm(entered), new Date());
			redirect(303, toAddress(`/awards/${id}`, locale));
		});
	},
};
