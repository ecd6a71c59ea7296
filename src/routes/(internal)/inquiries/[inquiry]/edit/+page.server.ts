import { error, fail, redirect } from '@sveltejs/kit';
import { localDay } from '$lib/contracts/local-time';
import { searchKey } from '$lib/contracts/text/search-key';
import { readLevelsBelow } from '$lib/admin-units/structure/levels-below.server';
import { readChoosable } from '$lib/inquiries/asked-units.server';
import { changeInquiry } from '$lib/inquiries/change.server';
import { changeFromForm } from '$lib/inquiries/form';
import { readInquiry } from '$lib/inquiries/read.server';
import { toAddress } from '$lib/messages/addresses';
import { idParameter, textFields, textValues } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const shownUnits = 300;

export const load: PageServerLoad = ({ locals: { actor, handle }, params, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const inquiry = await readInquiry(handle.database, actor, idParameter(params.inquiry));
		if (!inquiry.mayChange || inquiry.state !== 'draft') error(404, 'notFound');
		const day = localDay(new Date());
		const filter = url.searchParams.get('tim') ?? '';
		const { unit, audience } = inquiry;
		const units = await readChoosable(handle.database, unit.id, audience, {
			...{ day, searchName: searchKey(filter), limit: shownUnits },
		});
		const levels = await readLevelsBelow(handle.database, unit.id, day);
		return { inquiry, levels, units, filter, isCut: units.length === shownUnits };
	});

export const actions: Actions = {
	default: async ({ locals: { actor, handle, locale }, params, request }) => {
		if (!actor) return fail(401);
		const data = await request.formData();
		const entered = textFields(data);
		return formAnswer(entered, async () => {
			const id = idParameter(params.inquiry);
			const change = changeFromForm(entered, textValues(data, 'unitIds'));
			await changeInquiry(handle.database, actor, id, change, new Date());
			redirect(303, `${toAddress(`/inquiries/${id}`, locale)}?da-sua`);
		});
	},
};
