import { error } from '@sveltejs/kit';
import { presentOrFormerCommune } from '$lib/admin-units/lineage/last-former-commune.server';
import { localDay } from '$lib/contracts/local-time';
import { pageData } from '$lib/server/http';
import { communeCard } from '../../../pictures/commune.server';
import { sendCard } from '../../../pictures/send.server';
import type { RequestHandler } from './$types';

/** What link previews show of a commune, in the month of the address. */
export const GET: RequestHandler = (event) =>
	pageData(async () => {
		const [code = ''] = event.params.unit.split('-');
		const { database } = event.locals.handle;
		const unit = await presentOrFormerCommune(database, code, localDay(new Date()));
		if (!unit) error(404, 'notFound');
		return sendCard(await communeCard(event, unit));
	});
