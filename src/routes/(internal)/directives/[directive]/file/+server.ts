import { error } from '@sveltejs/kit';
import { serveDirective } from '$lib/plans/directives/read.server';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { actor, handle }, params }) =>
	pageData(() => {
		if (!actor) error(401, 'signIn');
		return serveDirective(handle.database, actor, idParameter(params.directive));
	});
