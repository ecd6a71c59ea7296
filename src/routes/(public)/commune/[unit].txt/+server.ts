import { error } from '@sveltejs/kit';
import { presentOrFormerCommune } from '$lib/admin-units/last-former-commune.server';
import { localDay } from '$lib/contracts/local-time';
import { communeCard } from '$lib/coverage/announcement/card';
import { factsOf } from '$lib/coverage/announcement/facts';
import { toAddress } from '$lib/messages/addresses';
import { app } from '$lib/server/app';
import { linkOrigin } from '$lib/server/link-origin';
import { lifetimes } from '$lib/server/lifetimes';
import { plainText } from '$lib/server/plain-text';
import { loadCommune } from '../load.server';
import type { RequestHandler } from './$types';

/** A commune in a few lines, to be pasted into a message. */
export const GET: RequestHandler = async (event) => {
	const { locals, params, url } = event;
	const today = localDay(new Date());
	const unit = await presentOrFormerCommune(locals.handle.database, params.unit, today);
	if (!unit) error(404, 'notFound');
	const view = await loadCommune(event, unit);
	const address = linkOrigin(app().config, url) + toAddress(`/commune/${unit.code}`, 'vi');
	return plainText(communeCard(factsOf(view), view, address), {
		cacheControl: lifetimes.reading,
	});
};
