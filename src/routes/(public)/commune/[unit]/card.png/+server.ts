import { error } from '@sveltejs/kit';
import { unitByCode } from '$lib/admin-units/home.server';
import { localDay } from '$lib/contracts/local-time';
import { pageData } from '$lib/server/http';
import { communeCard } from '../../../pictures/commune.server';
import { sendCard } from '../../../pictures/send.server';
import type { RequestHandler } from './$types';

/** What link previews show of a commune, in the month of the address. */
export const GET: RequestHandler = (event) =>
	pageData(async () => {
		const [code = ''] = event.params.unit.split('-');
		const unit = await unitByCode(event.locals.handle.database, code, localDay(new Date()));
		if (unit?.level !== 'commune') error(404, 'notFound');
		return sendCard(await communeCard(event, unit));
	});
