import { error, redirect } from '@sveltejs/kit';
import { homeUnit } from '$lib/admin-units/home.server';
import { localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { app } from '$lib/server/app';
import { pageData } from '$lib/server/http';
import { slugOf } from '../../commune/path';
import { loadMap } from '../../load-map.server';
import type { PageServerLoad } from './$types';

/** A province on a site about the country: by its code, the name is for people. */
export const load: PageServerLoad = (event) =>
	pageData(async () => {
		const { params, locals, url, depends } = event;
		depends('app:structure');
		const [code = ''] = params.unit.split('-');
		const today = localDay(new Date());
		const home = await homeUnit(locals.handle.database, app().config.homeUnit, today);
		// The only map there is.
		if (home?.code === code) redirect(307, toAddress('/', locals.locale) + url.search);
		if (home?.level !== 'country') error(404, 'notFound');
		const coverageMonth = await loadMap(event, code);
		if (coverageMonth?.snapshot.scope.level !== 'province') error(404, 'notFound');
		const { scope } = coverageMonth.snapshot;
		if (params.unit !== slugOf(scope))
			redirect(307, toAddress(`/province/${slugOf(scope)}`, locals.locale) + url.search);
		return { coverageMonth, live: true, country: home };
	});
