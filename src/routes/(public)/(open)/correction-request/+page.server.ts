import { redirect } from '@sveltejs/kit';
import { unitByCode } from '$lib/admin-units/home.server';
import { wholeNumber } from '$lib/contracts/address';
import { addMonths, localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { textFields } from '$lib/server/form';
import { formAnswer } from '$lib/server/http';
import { forgetPages } from '$lib/server/page-cache/serve';
import { askForCorrection } from '$lib/tickets/ask-correction.server';
import type { Actions, PageServerLoad } from './$types';

/** Months that are offered. */
const months = 24;

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
			const number = await askForCorrection(handle.database, {
				...{
					code: entered['xa'] ?? '',
					month: entered['thang'] ?? '',
					text: entered['text'] ?? '',
				},
				...{ from: getClientAddress(), now: new Date() },
			});
			forgetPages();
			redirect(303, `${toAddress(`/correction-request/${number}`, locale)}?da-gui`);
		});
	},
};
