import { fail, redirect } from '@sveltejs/kit';
import { readReachable } from '$lib/admin-units/access/reachable.server';
import { localDay } from '$lib/contracts/local-time';
import { addMaterial } from '$lib/library/add.server';
import { materialFromForm } from '$lib/library/form';
import { toAddress } from '$lib/messages/addresses';
import { textFields, uploadedFile } from '$lib/server/form';
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
		const data = await request.formData();
		const entered = textFields(data);
		return formAnswer(entered, async () => {
			const id = await addMaterial(handle.database, actor, materialFromForm(entered), {
				file: uploadedFile(data, 'file'),
				now: new Date(),
			});
			redirect(303, `${toAddress(`/library/${id}`, locale)}?da-them`);
		});
	},
};
