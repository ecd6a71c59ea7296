import { error } from '@sveltejs/kit';
import { localDay } from '$lib/contracts/local-time';
import { listEditionsOf } from '$lib/open-data/files/list-editions.server';
import { toAddress } from '$lib/messages/addresses';
import { app } from '$lib/server/app';
import { linkOrigin } from '$lib/server/link-origin';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { handle, locale }, params, url }) => {
	const { config } = app();
	const { period } = params;
	const asked = { period, today: localDay(new Date()) };
	const { place, editions } = await listEditionsOf(handle.database, config.homeUnit, asked);
	if (editions.length === 0) error(404, 'notFound');
	const address = linkOrigin(config, url) + toAddress(`/data/${period}`, locale);
	return { period, place, editions, address };
};
