import { readReachable } from '$lib/admin-units/access/reachable.server';
import { readBrief } from '$lib/brief/read.server';
import { localDay } from '$lib/contracts/local-time';
import { listMonths } from '$lib/reports/periods/periods.server';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const { database } = handle;
		const now = new Date();
		const code = url.searchParams.get('don-vi');
		const { unit, choices } = await readReachable(database, actor, code, localDay(now));
		const months = (await listMonths(database, now, unit.id)).map((period) => period.code);
		const asked = url.searchParams.get('thang');
		// Asking for a month doesn't make it.
		const month = months.find((each) => each === asked) ?? null;
		return { brief: await readBrief(database, actor, unit, { month, now }), choices, months };
	});
