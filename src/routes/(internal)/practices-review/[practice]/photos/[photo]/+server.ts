import { error } from '@sveltejs/kit';
import { serveInternalPhoto } from '$lib/practices/photos.server';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { actor, handle }, params }) =>
	pageData(() => {
		if (!actor) error(401, 'signIn');
		const [id, photoId] = [idParameter(params.practice), idParameter(params.photo)];
		return serveInternalPhoto(handle.database, actor, id, photoId);
	});
