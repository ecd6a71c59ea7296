import { pageData } from '$lib/server/http';
import { loadEditions } from '../../../editions.server';
import { loadIndicator } from './load.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	pageData(async () => {
		const view = await loadIndicator(event);
		const { database } = event.locals.handle;
		// The files hold what is counted in households.
		const inFiles = view.indicator.figures?.of === 'households';
		const month = (inFiles && view.figures?.period) || null;
		return { view, ...(await loadEditions(database, { unit: null, month })) };
	});
