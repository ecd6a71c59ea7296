import { homeUnit } from '$lib/admin-units/home.server';
import { localDay } from '$lib/contracts/local-time';
import { app } from '$lib/server/app';
import { arrangeLedger } from '$lib/tickets/ledger';
import { readPublicTickets } from '$lib/tickets/read-public.server';
import type { PageServerLoad } from './$types';

const mostListed = 300;

export const load: PageServerLoad = async ({ locals: { handle } }) => {
	const now = new Date();
	const home = await homeUnit(handle.database, app().config.homeUnit, localDay(now));
	const asked = { scopeUnitId: home?.id ?? 0, now, newest: 'raised', limit: mostListed } as const;
	return { ledger: arrangeLedger(home ? await readPublicTickets(handle.database, asked) : []) };
};
