import { plainText } from '$lib/server/plain-text';
import { instantHeader } from '$lib/live/server-clock';
import { readiness } from '$lib/server/readiness';
import type { RequestHandler } from './$types';

/** Whether a load balancer may send visitors here; walls set their clocks by it. */
export const GET: RequestHandler = async ({ locals }) => {
	const { ready, reason } = await readiness(locals.handle);
	return plainText(reason, {
		...{ status: ready ? 200 : 503, cacheControl: 'no-store' },
		headers: { [instantHeader]: new Date().toISOString() },
	});
};
