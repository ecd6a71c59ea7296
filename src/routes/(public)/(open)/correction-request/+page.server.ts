import { redirect } from '@sveltejs/kit';
import { communesMeant } from '$lib/admin-units/search/communes-meant.server';
import { unitByCode } from '$lib/admin-units/home.server';
import { wholeNumber } from '$lib/contracts/text/address';
import { addMonths, localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { app } from '$lib/server/app';
import { textFields } from '$lib/server/form';
import { formAnswer } from '$lib/server/http';
import { forgetPages } from '$lib/server/page-cache/serve';
import { askForCorrection } from '$lib/tickets/ask-correction.server';
import type { Actions, PageServerLoad } from './$types';

/** Months that are offered. */
const months = 24;
const longestName = 100;
/** How many places are looked at for the commune that somebody means. */
const limit = 30;

export const load: PageServerLoad = async ({ locals: { handle, locale }, url }) => {
	const number = wholeNumber(url.searchParams.get('so') ?? '');
	if (number !== null) redirect(307, toAddress(`/correction-request/${number}`, locale));
	const today = localDay(new Date());
	const code = url.searchParams.get('xa') ?? '';
	const unit = await unitByCode(handle.database, code, today);
	return {
		unit: unit?.level === 'commune' ? unit : null,
		month: url.searchParams.get('thang') ?? '',
		months: Array.from({ length: months }, (_, index) => addMonths(today.slice(0, 7), -index)),
	};
};

export const actions: Actions = {
	default: async ({ getClientAddress, locals: { handle, locale }, request }) => {
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			const now = new Date();
			const place = (entered['xa'] ?? '').trim().slice(0, longestName);
			const search = { homeCode: app().config.homeUnit, today: localDay(now), limit };
			const communes = await communesMeant(handle.database, place, search);
			if (communes.length > 1) return { entered, communes };
			const number = await askForCorrection(handle.database, {
				...{
					code: communes[0]?.code ?? place,
					month: entered['thang'] ?? '',
					text: entered['text'] ?? '',
				},
				...{ from: getClientAddress(), now },
			});
			forgetPages();
			redirect(303, `${toAddress(`/correction-request/${number}`, locale)}?da-gui`);
		});
	},
};
