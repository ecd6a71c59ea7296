import { fail, redirect } from '@sveltejs/kit';
import { readActingUnits } from '$lib/admin-units/access/acting-units.server';
import { localDay } from '$lib/contracts/local-time';
import { searchKey } from '$lib/contracts/text/search-key';
import { toAddress } from '$lib/messages/addresses';
import { textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import { ticketFromForm } from '$lib/tickets/form';
import { raiseTicket } from '$lib/tickets/raise.server';
import type { Actions, PageServerLoad } from './$types';

const shownAtOnce = 60;

export const load: PageServerLoad = ({ locals: { actor, handle }, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const filter = url.searchParams.get('tim') ?? '';
		const selection = {
			roles: ['reporter'],
			lookedAfter: true,
			day: localDay(new Date()),
			searchName: searchKey(filter),
			limit: shownAtOnce,
		} as const;
		return { ...(await readActingUnits(handle.database, actor, selection)), filter };
	});

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { actor, handle, locale } = locals;
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			const id = await raiseTicket(handle.database, actor, ticketFromForm(entered), new Date());
			redirect(303, `${toAddress(`/tickets/${id}`, locale)}?da-gui`);
		});
	},
};
