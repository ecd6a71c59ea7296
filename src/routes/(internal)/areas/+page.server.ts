import { mayOpen } from '$lib/accounts/access/policy.server';
import { readAreas } from '$lib/reports/status/areas.server';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle } }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		return {
			...(await readAreas(handle.database, actor, new Date())),
			opensReports: mayOpen('/(internal)/reports/[unit]/[period]', actor),
		};
	});
