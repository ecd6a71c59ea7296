import { pageNumber } from '$lib/contracts/text/address';
import { localDay } from '$lib/contracts/local-time';
import { listCorrections } from '$lib/open-data/corrections/list.server';
import { app } from '$lib/server/app';
import { communePath } from '../../commune/path';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { handle }, url }) => {
	const today = localDay(new Date());
	const asked = { homeCode: app().config.homeUnit, page: pageNumber(url.searchParams) };
	const { entries, ...place } = await listCorrections(handle.database, asked);
	return {
		...place,
		corrections: entries.map(({ unit, ...correction }) => ({
			...correction,
			unit,
			path: unit.level === 'commune' ? communePath(unit, today) : null,
		})),
	};
};
