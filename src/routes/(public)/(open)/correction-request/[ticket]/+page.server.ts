import { redirect } from '@sveltejs/kit';
import { toAddress } from '$lib/messages/addresses';
import { idParameter, textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import { forgetPages } from '$lib/server/page-cache/serve';
import { readVisitorsCorrection, reopenForVisitor } from '$lib/tickets/visitors-correction.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { handle }, params, url }) =>
	pageData(async () => ({
		ticket: await readVisitorsCorrection(handle.database, idParameter(params.ticket), new Date()),
		sent: url.searchParams.has('da-gui'),
		reopened: url.searchParams.has('da-mo-lai'),
	}));

export const actions: Actions = {
	default: async ({ getClientAddress, locals: { handle, locale }, params, request }) => {
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			const id = idParameter(params.ticket);
			const said = { input: entered, from: getClientAddress(), now: new Date() };
			await reopenForVisitor(handle.database, id, said);
			forgetPages();
			redirect(303, `${toAddress(`/correction-request/${id}`, locale)}?da-mo-lai`);
		});
	},
};
