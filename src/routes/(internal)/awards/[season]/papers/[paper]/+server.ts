import { error } from '@sveltejs/kit';
import { seasonPapers } from '$lib/contracts/awards/paper-settings';
import { drawUpSeasonPaper } from '$lib/papers/awards/draw-up.server';
import { servePaper } from '$lib/papers/serve-paper.server';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) error(401, 'signIn');
		const paper = seasonPapers.find((each) => each === params.paper);
		if (!paper) error(404, 'notFound');
		const seasonId = idParameter(params.season);
		return servePaper(await drawUpSeasonPaper(handle.database, actor, { seasonId, paper }));
	});
