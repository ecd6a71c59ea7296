import { localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { listEditions } from '$lib/open-data/files/list-editions.server';
import { app } from '$lib/server/app';
import { linkOrigin } from '$lib/server/link-origin';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { handle, locale }, url }) => {
	const { config } = app();
	const listed = await listEditions(handle.database, config.homeUnit, localDay(new Date()));
	return { ...listed, address: linkOrigin(config, url) + toAddress('/data', locale) };
};
