import { readFreeze } from '$lib/awards/freeze/read.server';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { handle }, params }) =>
	pageData(async () => {
		const id = idParameter(params.season);
		const { content, hash, result, resultHash } = await readFreeze(handle.database, id);
		return new Response(JSON.stringify({ content, hash, result, resultHash }), {
			headers: {
				'content-type': 'application/json; charset=utf-8',
				'content-disposition': `attachment; filename="thi-dua-${id}-${hash.slice(0, 12)}.json"`,
			},
		});
	});
