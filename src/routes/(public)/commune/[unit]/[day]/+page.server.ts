import { error, redirect } from '@sveltejs/kit';
import { unitByCode } from '$lib/admin-units/home.server';
import { addDays, localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { loadCommune } from '../../load.server';
import { communePath } from '../../path';
import type { PageServerLoad } from './$types';

/** The bearer of a code on a day; whoever bears it still has its page without a day. */
export const load: PageServerLoad = async (event) => {
	const { params, locals, url } = event;
	const { database } = locals.handle;
	const today = localDay(new Date());
	const code = params.unit.split('-')[0] ?? '';
	if (!isDay(params.day) || params.day > today) error(404, 'notFound');
	const unit = await unitByCode(database, code, params.day);
	if (unit?.level !== 'commune') error(404, 'notFound');
	if (unit.validTo === null || unit.validTo > today)
		redirect(307, toAddress(communePath(unit, today), locals.locale) + url.search);
	if (params.unit !== code)
		redirect(308, toAddress(`/commune/${code}/${params.day}`, locals.locale) + url.search);
	const bearer = await unitByCode(database, code, today);
	return {
		view: await loadCommune(event, unit),
		bearer: bearer?.level === 'commune' ? { unit: bearer, path: communePath(bearer, today) } : null,
	};
};

const isDay = (text: string) =>
	/^\d{4}-\d{2}-\d{2}$/.test(text) &&
	!Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
	addDays(text, 0) === text;
