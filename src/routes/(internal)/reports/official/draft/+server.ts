import { error } from '@sveltejs/kit';
import { readChoice } from '$lib/papers/official/choice.server';
import { draftReport } from '$lib/papers/official/draft-report.server';
import { servePaper } from '$lib/papers/serve-paper.server';
import { pageData } from '$lib/server/http';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { actor, handle }, url }) =>
	pageData(async () => {
		if (!actor) error(401, 'signIn');
		const { wanted } = await readChoice(handle.database, actor, url.searchParams, new Date());
		if (!wanted) error(404, 'notFound');
		return servePaper(await draftReport(handle.database, actor, wanted));
	});
