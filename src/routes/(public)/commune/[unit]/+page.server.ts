import { error, redirect } from '@sveltejs/kit';
import { unitByCode } from '$lib/admin-units/home.server';
import { localDay } from '$lib/contracts/local-time';
import { lastFormerCommune } from '$lib/admin-units/last-former-commune.server';
import { toAddress } from '$lib/messages/addresses';
import { loadCommune } from '../load.server';
import { communePath, slugOf } from '../path';
import type { PageServerLoad } from './$types';

/** Today's bearer of a code; a code that nobody bears any more leads to its last bearer. */
export const load: PageServerLoad = async (event) => {
	const { params, locals, url } = event;
	const { database } = locals.handle;
	const today = localDay(new Date());
	const code = params.unit.split('-')[0] ?? '';
	const unit = await unitByCode(database, code, today);
	if (unit?.level === 'commune') {
		if (params.unit !== slugOf(unit))
			redirect(308, toAddress(communePath(unit, today), locals.locale) + url.search);
		return { view: await loadCommune(event, unit) };
	}
	const former = unit ? undefined : await lastFormerCommune(database, code, today);
	if (!former) error(404, 'notFound');
	redirect(307, toAddress(communePath(former, today), locals.locale) + url.search);
};
