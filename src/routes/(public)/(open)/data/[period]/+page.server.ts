import { error } from '@sveltejs/kit';
import { localDay } from '$lib/contracts/local-time';
import { listEditionsOf } from '$lib/open-data/files/list-editions.server';
import { app } from '$lib/server/app';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { handle }, params }) => {
	const { period } = params;
	const asked = { period, today: localDay(new Date()) };
	const editions = await listEditionsOf(handle.database, app().config.homeUnit, asked);
	if (editions.length === 0) error(404, 'notFound');
	return { period, editions };
};
