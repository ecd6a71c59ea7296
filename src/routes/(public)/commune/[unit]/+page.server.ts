import { error, redirect } from '@sveltejs/kit';
import { readContacts } from '$lib/admin-units/contacts/read-contacts.server';
import { unitByCode } from '$lib/admin-units/home.server';
import { isDay, localDay } from '$lib/contracts/local-time';
import { lastFormerCommune } from '$lib/admin-units/lineage/last-former-commune.server';
import { toAddress } from '$lib/messages/addresses';
import { app } from '$lib/server/app';
import { linkOrigin } from '$lib/server/link-origin';
import { qrCode } from '$lib/server/qr';
import { loadAround, readLineEvents, readOutline } from '../around.server';
import { loadEditions } from '../../editions.server';
import { loadCommune } from '../load.server';
import { communePath, slugOf } from '../path';
import type { PageServerLoad } from './$types';

/** Today's bearer of a code; a code that nobody bears any more leads to its last bearer. */
export const load: PageServerLoad = async (event) => {
	const { params, locals, url } = event;
	const { database } = locals.handle;
	const now = new Date();
	const today = localDay(now);
	const code = params.unit.split('-')[0] ?? '';
	const day = url.searchParams.get('ngay');
	if (day !== null && isDay(day))
		redirect(307, toAddress(`/commune/${code}/${day}`, locals.locale));
	const unit = await unitByCode(database, code, today);
	if (unit?.level === 'commune') {
		if (params.unit !== slugOf(unit))
			redirect(308, toAddress(communePath(unit, today), locals.locale) + url.search);
		const view = await loadCommune(event, unit);
		const month = url.searchParams.get('thang');
		const page = toAddress(`/commune/${code}`, locals.locale) + (month ? `?thang=${month}` : '');
		const address = linkOrigin(app().config, url) + page;
		return {
			...{ view, today, around: await loadAround(database, view, now) },
			outline: await readOutline(database, view),
			events: await readLineEvents(database, view, now),
			contacts: await readContacts(database, unit.id),
			...(await loadEditions(database, { unit, month: view.period?.code ?? null })),
			code: { code: qrCode(address), address: address.replace(/^https?:\/\//, '') },
		};
	}
	const former = unit ? undefined : await lastFormerCommune(database, code, today);
	if (!former) error(404, 'notFound');
	redirect(307, toAddress(communePath(former, today), locals.locale) + url.search);
};
