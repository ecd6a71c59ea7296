import { pageData } from '$lib/server/http';
import { servePaper } from '$lib/teams/papers/papers.server';
import { idOf, signedIn } from '../../../attempt.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) =>
	pageData(() => {
		const { actor, database } = signedIn(locals);
		return servePaper(database, actor, idOf(params.team), idOf(params.paper));
	});
