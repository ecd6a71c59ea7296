import { fail, redirect } from '@sveltejs/kit';
import { readActingHolders } from '$lib/admin-units/access/acting-units.server';
import { wholeNumber } from '$lib/contracts/text/address';
import { holderValue } from '$lib/contracts/teams/holders';
import { localDay } from '$lib/contracts/local-time';
import { searchKey } from '$lib/contracts/text/search-key';
import { toAddress } from '$lib/messages/addresses';
import { drawUpPlan } from '$lib/plans/draw-up.server';
import { planFromForm } from '$lib/plans/form';
import { textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const shownAtOnce = 60;

export const load: PageServerLoad = ({ locals: { actor, handle }, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const today = localDay(new Date());
		const filter = url.searchParams.get('tim') ?? '';
		const unitId = wholeNumber(url.searchParams.get('don-vi'));
		const teamId = wholeNumber(url.searchParams.get('to'));
		const found = await readActingHolders(handle.database, actor, {
			...{ roles: ['reporter', 'approver'], day: today, searchName: searchKey(filter) },
			limit: shownAtOnce,
			...(unitId === null ? {} : { unitId }),
		});
		const year = wholeNumber(url.searchParams.get('nam')) ?? Number(today.slice(0, 4));
		const chosen = unitId === null ? null : holderValue(unitId, teamId);
		return { ...found, filter, chosen, year };
	});

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { actor, handle, locale } = locals;
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			const id = await drawUpPlan(handle.database, actor, planFromForm(entered), new Date());
			redirect(303, `${toAddress(`/plans/${id}`, locale)}?da-lap`);
		});
	},
};
