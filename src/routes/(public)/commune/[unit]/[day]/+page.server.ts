import { error, redirect } from '@sveltejs/kit';
import { unitByCode } from '$lib/admin-units/home.server';
import { isDay, localDay } from '$lib/contracts/local-time';
import { readAsOf } from '$lib/coverage/record/read-as-of.server';
import { toAddress } from '$lib/messages/addresses';
import { readLineEvents } from '../../around.server';
import { loadCommune } from '../../load.server';
import { communePath } from '../../path';
import type { PageServerLoad } from './$types';

/**
 * The bearer of a code on a day: a former unit has its page here, and of one that still is this shows
 * what was public by the end of that day.
 */
export const load: PageServerLoad = async (event) => {
	const { params, locals, url } = event;
	const { database } = locals.handle;
	const now = new Date();
	const today = localDay(now);
	const code = params.unit.split('-')[0] ?? '';
	const { day } = params;
	if (!isDay(day) || day > today) error(404, 'notFound');
	const unit = await unitByCode(database, code, day);
	if (unit?.level !== 'commune') error(404, 'notFound');
	if (params.unit !== code)
		redirect(308, toAddress(`/commune/${code}/${day}`, locals.locale) + url.search);
	if (unit.validTo === null || unit.validTo > today) {
		const months = await readAsOf(database, unit.id, day);
		return { asOf: { unit, day, months, path: communePath(unit, today) }, former: null };
	}
	const bearer = await unitByCode(database, code, today);
	const isCommune = bearer?.level === 'commune';
	const view = await loadCommune(event, unit);
	return {
		asOf: null,
		former: {
			view,
			events: await readLineEvents(database, view, now),
			bearer: isCommune ? { unit: bearer, path: communePath(bearer, today) } : null,
		},
	};
};
