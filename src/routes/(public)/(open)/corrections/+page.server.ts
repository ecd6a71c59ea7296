import { homeUnit } from '$lib/admin-units/home.server';
import { pageNumber } from '$lib/contracts/address';
import { localDay } from '$lib/contracts/local-time';
import { listCorrections } from '$lib/open-data/corrections/list.server';
import { app } from '$lib/server/app';
import { communePath } from '../../commune/path';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { handle }, url }) => {
	const today = localDay(new Date());
	const home = await homeUnit(handle.database, app().config.homeUnit, today);
	if (!home) return { corrections: [], page: 1, pages: 1 };
	const asked = { scopeUnitId: home.id, page: pageNumber(url.searchParams) };
	const { corrections, ...place } = await listCorrections(handle.database, asked);
	return {
		...place,
		corrections: corrections.map(({ unit, ...correction }) => ({
			...correction,
			unit,
			path: unit.level === 'commune' ? communePath(unit, today) : null,
		})),
	};
};
