import { fail, redirect } from '@sveltejs/kit';
import { readReachable } from '$lib/admin-units/access/reachable.server';
import { localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { practiceFromForm } from '$lib/practices/form';
import { writePractice } from '$lib/practices/write.server';
import { textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const code = url.searchParams.get('don-vi');
		const { choices } = await readReachable(handle.database, actor, code, localDay(new Date()));
		return { units: choices };
	});

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { actor, handle, locale } = locals;
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			const input = practiceFromForm(entered);
			const id = await writePractice(handle.database, actor, input, new Date());
			redirect(303, `${toAddress(`/practices-review/${id}`, locale)}?da-gui`);
		});
	},
};
