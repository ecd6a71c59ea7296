import { fail, redirect } from '@sveltejs/kit';
import { readActingUnits } from '$lib/admin-units/access/acting-units.server';
import { wholeNumber } from '$lib/contracts/text/address';
import { localDay } from '$lib/contracts/local-time';
import { searchKey } from '$lib/contracts/text/search-key';
import { readLevelsBelow } from '$lib/admin-units/structure/levels-below.server';
import { drawUpInquiry } from '$lib/inquiries/draw-up.server';
import { inquiryFromForm } from '$lib/inquiries/form';
import { toAddress } from '$lib/messages/addresses';
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
		const { units, total } = await readActingUnits(handle.database, actor, {
			...{ roles: ['reporter', 'approver'], day: today, searchName: searchKey(filter) },
			...{ limit: shownAtOnce, hasUnitsBelow: true },
			...(unitId === null ? {} : { unitId }),
		});
		const [first] = units;
		const levels = first ? await readLevelsBelow(handle.database, first.id, today) : [];
		return { units, total, levels, filter };
	});

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { actor, handle, locale } = locals;
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			const id = await drawUpInquiry(handle.database, actor, inquiryFromForm(entered), new Date());
			redirect(303, `${toAddress(`/inquiries/${id}`, locale)}?da-lap`);
		});
	},
};
