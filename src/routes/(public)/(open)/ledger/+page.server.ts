import { readHomes } from '$lib/admin-units/home.server';
import { pageNumber } from '$lib/contracts/text/address';
import { app } from '$lib/server/app';
import { readLedger } from '$lib/tickets/read-ledger.server';
import type { PageServerLoad } from './$types';

const pageSize = 100;

export const load: PageServerLoad = async ({ locals: { handle }, url }) => {
	const { all } = await readHomes(handle.database, app().config.homeUnit);
	const scopeUnitIds = all.map(({ id }) => id);
	const asked = { page: pageNumber(url.searchParams), pageSize, now: new Date() };
	return readLedger(handle.database, { scopeUnitIds, ...asked });
};
