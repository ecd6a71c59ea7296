import { fail, redirect } from '@sveltejs/kit';
import { readActingUnits } from '$lib/admin-units/access/acting-units.server';
import { wholeNumber } from '$lib/contracts/text/address';
import { localDay } from '$lib/contracts/local-time';
import { searchKey } from '$lib/contracts/text/search-key';
import { toAddress } from '$lib/messages/addresses';
import { registerDirective } from '$lib/plans/directives/register.server';
import { textFields, uploadedFile } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const shownAtOnce = 60;

export const load: PageServerLoad = ({ locals: { actor, handle }, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const filter = url.searchParams.get('tim') ?? '';
		const found = await readActingUnits(handle.database, actor, {
			...{ roles: ['reporter', 'approver'], day: localDay(new Date()), limit: shownAtOnce },
			searchName: searchKey(filter),
		});
		return { ...found, filter };
	});

export const actions: Actions = {
	default: async ({ locals: { actor, handle, locale }, request }) => {
		if (!actor) return fail(401);
		const data = await request.formData();
		const entered = textFields(data);
		return formAnswer(entered, async () => {
			const input = { kind: '', ...entered, unitId: wholeNumber(entered['unitId']) };
			const file = uploadedFile(data, 'file');
			const options = { file, now: new Date() };
			const id = await registerDirective(handle.database, actor, input, options);
			redirect(303, `${toAddress(`/directives/${id}`, locale)}?da-them`);
		});
	},
};
