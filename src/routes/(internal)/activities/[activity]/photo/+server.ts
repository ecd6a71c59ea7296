import { servePhoto } from '$lib/activities/serve-photo.server';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { actor, handle }, params }) =>
	pageData(() => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		return servePhoto(handle.database, actor, idParameter(params.activity));
	});
