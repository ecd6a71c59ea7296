import { text } from '@sveltejs/kit';
import { readiness } from '$lib/server/readiness';
import type { RequestHandler } from './$types';

/** Whether a load balancer may send visitors here. */
export const GET: RequestHandler = async ({ locals }) => {
	const { ready, reason } = await readiness(locals.handle);
	return text(reason, { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
};
