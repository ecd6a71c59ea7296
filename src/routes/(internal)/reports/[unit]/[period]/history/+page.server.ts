import { catalogue } from '$lib/indicators/catalogue';
import { mayOpen } from '$lib/accounts/access/policy.server';
import { readRevisionsOf } from '$lib/reports/review/read-report.server';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle, locale }, params, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const { unit, period, revisions } = await readRevisionsOf(handle.database, actor, params);
		const chosen = (name: string) => {
			const asked = Number(url.searchParams.get(name));
			return revisions.find(({ revision }) => revision === asked);
		};
		const after = chosen('den') ?? revisions[0] ?? null;
		const before =
			chosen('tu') ?? revisions.find(({ revision }) => revision < (after?.revision ?? 0)) ?? after;
		return {
			unit,
			period,
			before,
			after,
			revisions,
			/** Who doesn't open the report itself sees all of it here. */
			opensReport: mayOpen('/(internal)/reports/[unit]/[period]', actor),
			indicators: catalogue.map(({ code, name }) => ({ code, name: name[locale] })),
		};
	});
