import * as v from 'valibot';
import { mayOpen } from '$lib/accounts/access/policy.server';
import { readCompared } from '$lib/papers/official/read-compared.server';
import { parseMoment } from '$lib/contracts/local-time';
import { standingFilters } from '$lib/reports/status/standing';
import { readStatus } from '$lib/reports/status/status.server';
import { app } from '$lib/server/app';
import { pageData } from '$lib/server/http';
import { linkOrigin } from '$lib/server/link-origin';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const given = (name: string) => url.searchParams.get(name)?.trim() ?? '';
		const query = {
			search: given('tim'),
			filter: v.parse(v.fallback(v.picklist(standingFilters), 'all'), given('loc')),
			moment: given('luc'),
		};
		const status = await readStatus(handle.database, actor, {
			unit: given('don-vi') || undefined,
			period: given('ky') || undefined,
			at: parseMoment(query.moment),
			search: query.search,
			filter: query.filter,
			now: new Date(),
		});
		return {
			query,
			opensReports: mayOpen('/(internal)/reports/[unit]/[period]', actor),
			origin: linkOrigin(app().config, url),
			status,
			compared: status ? await readCompared(handle.database, status.scope.id, status.period) : [],
		};
	});
