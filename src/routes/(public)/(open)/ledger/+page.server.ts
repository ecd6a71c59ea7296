import { homeUnit } from '$lib/admin-units/home.server';
import { pageNumber } from '$lib/contracts/address';
import { localDay } from '$lib/contracts/local-time';
import { app } from '$lib/server/app';
import { readLedger } from '$lib/tickets/read-ledger.server';
import type { PageServerLoad } from './$types';

const pageSize = 100;

export const load: PageServerLoad = async ({ locals: { handle }, url }) => {
	const now = new Date();
	const home = await homeUnit(handle.database, app().config.homeUnit, localDay(now));
	const asked = { page: pageNumber(url.searchParams), pageSize, now };
	return home
		? readLedger(handle.database, { scopeUnitId: home.id, ...asked })
		: { ledger: [], page: 1, hasMore: false };
};
