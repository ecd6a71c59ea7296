import { error } from '@sveltejs/kit';
import { nomineePapers } from '$lib/contracts/awards/paper-settings';
import { drawUpNomineePaper } from '$lib/papers/awards/draw-up-dossier.server';
import { servePaper } from '$lib/papers/serve-paper.server';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) error(401, 'signIn');
		const paper = nomineePapers.find((each) => each === params.paper);
		if (!paper) error(404, 'notFound');
		const seasonId = idParameter(params.season);
		const nominationId = idParameter(params.nomination);
		const asked = { seasonId, nominationId, paper };
		return servePaper(await drawUpNomineePaper(handle.database, actor, asked));
	});
