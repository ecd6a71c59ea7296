import { readRound } from '$lib/awards/back-checks/read-rounds.server';
import { canonicalJson } from '$lib/contracts/text/canonical-json';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { RequestHandler } from './$types';

/** The very bytes that were hashed. */
export const GET: RequestHandler = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const asked = { seasonId: idParameter(params.season), number: idParameter(params.round) };
		const { frame } = await readRound(handle.database, actor, asked);
		return new Response(canonicalJson(frame), {
			headers: {
				'content-type': 'application/json',
				'content-disposition': `attachment; filename="danh-sach-rut-tham-${asked.seasonId}-${asked.number}.json"`,
			},
		});
	});
