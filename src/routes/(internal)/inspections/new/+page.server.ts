import { fail, redirect } from '@sveltejs/kit';
import { readActingUnits } from '$lib/admin-units/access/acting-units.server';
import { localDay } from '$lib/contracts/local-time';
import { searchKey } from '$lib/contracts/text/search-key';
import { toAddress } from '$lib/messages/addresses';
import { inspectionFromForm } from '$lib/plans/inspections/form';
import { recordInspection } from '$lib/plans/inspections/record.server';
import { textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const shownAtOnce = 60;

export const load: PageServerLoad = ({ locals: { actor, handle }, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const filter = url.searchParams.get('tim') ?? '';
		const today = localDay(new Date());
		const found = await readActingUnits(handle.database, actor, {
			...{ roles: ['reporter', 'approver'], day: today, limit: shownAtOnce },
			hasUnitsBelow: true,
			searchName: searchKey(filter),
		});
		return { ...found, filter, today };
	});

export const actions: Actions = {
	default: async ({ locals: { actor, handle, locale }, request }) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			const input = inspectionFromForm(entered);
			const id = await recordInspection(handle.database, actor, input, new Date());
			redirect(303, `${toAddress(`/inspections/${id}`, locale)}?da-them`);
		});
	},
};
