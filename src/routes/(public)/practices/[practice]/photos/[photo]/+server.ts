import { servePublicPhoto } from '$lib/practices/photos.server';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { handle }, params }) =>
	pageData(() =>
		servePublicPhoto(handle.database, idParameter(params.practice), idParameter(params.photo)),
	);
