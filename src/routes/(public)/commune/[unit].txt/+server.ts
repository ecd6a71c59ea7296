import { presentOrFormerCommune } from '$lib/admin-units/lineage/last-former-commune.server';
import { localDay } from '$lib/contracts/local-time';
import { communeCard } from '$lib/coverage/announcement/card';
import { factsOf } from '$lib/coverage/announcement/facts';
import { loadOpenMessages } from '$lib/messages';
import { toAddress } from '$lib/messages/addresses';
import { app } from '$lib/server/app';
import { linkOrigin } from '$lib/server/link-origin';
import { lifetimes } from '$lib/server/lifetimes';
import { plainText } from '$lib/server/plain-text';
import { readView } from '../load.server';
import type { RequestHandler } from './$types';

/** A commune in a few lines, to be pasted into a message; of one that isn't there, where to look for it. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { database } = locals.handle;
	const site = linkOrigin(app().config, url);
	const unit = await presentOrFormerCommune(database, params.unit, localDay(new Date()));
	const view = unit && (await readView(database, unit, url.searchParams.get('thang')));
	if (!view) {
		const { commune } = await loadOpenMessages('vi');
		const search = site + toAddress('/search', 'vi');
		const body = `${commune.notFoundText}\n${search}\n`;
		return plainText(body, { status: 404, cacheControl: 'no-store' });
	}
	const address = site + toAddress(`/commune/${unit.code}`, 'vi');
	return plainText(communeCard(factsOf(view), view, address), {
		cacheControl: lifetimes.reading,
	});
};
