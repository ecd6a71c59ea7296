import { pageData } from '$lib/server/http';
import { loadIndicator } from './load.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	pageData(async () => ({ view: await loadIndicator(event) }));
