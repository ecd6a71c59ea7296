import { readPublished } from '$lib/practices/published.server';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { handle }, params }) =>
	pageData(async () => ({
		practice: await readPublished(handle.database, idParameter(params.practice)),
	}));
