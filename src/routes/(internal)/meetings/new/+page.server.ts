import { fail, redirect } from '@sveltejs/kit';
import { readActingHolders } from '$lib/admin-units/access/acting-units.server';
import { localDay } from '$lib/contracts/local-time';
import { searchKey } from '$lib/contracts/text/search-key';
import { toAddress } from '$lib/messages/addresses';
import { callMeeting } from '$lib/plans/meetings/call.server';
import { meetingFromForm } from '$lib/plans/meetings/form';
import { textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const shownAtOnce = 60;

export const load: PageServerLoad = ({ locals: { actor, handle }, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const filter = url.searchParams.get('tim') ?? '';
		const found = await readActingHolders(handle.database, actor, {
			...{ roles: ['reporter', 'approver'], day: localDay(new Date()), limit: shownAtOnce },
			searchName: searchKey(filter),
		});
		return { ...found, filter };
	});

export const actions: Actions = {
	default: async ({ locals: { actor, handle, locale }, request }) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			const input = meetingFromForm(entered);
			const id = await callMeeting(handle.database, actor, input, new Date());
			redirect(303, `${toAddress(`/meetings/${id}`, locale)}?da-them`);
		});
	},
};
