import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { viewedUnits } from '$lib/accounts/live-access.server';
import { answer, problem } from '$lib/server/http';
import { catchUp } from '$lib/server/live/catch-up';
import type { Audience } from '$lib/server/live/streams';
import type { RequestHandler } from './$types';

const Query = v.object({
	stream: v.optional(v.picklist(['public', 'internal']), 'public'),
	after: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)),
});

/** What came after a number: the way of clients that no WebSocket reaches. */
export const GET: RequestHandler = ({ locals, url }) =>
	answer(async () => {
		const query = v.safeParse(Query, Object.fromEntries(url.searchParams));
		if (!query.success) return problem(400, 'invalid', { detail: 'after=NUMBER&stream=public' });
		const { stream, after } = query.output;
		let audience: Audience = { stream: 'public' };
		if (stream === 'internal') {
			if (!locals.actor) return problem(401, 'signIn');
			audience = { stream, unitIds: viewedUnits(locals.actor) };
			if (audience.unitIds.length === 0) return problem(403, 'forbidden');
		}
		const reply = await catchUp(locals.handle.database, audience, after);
		return json(reply, { headers: { 'cache-control': 'no-store' } });
	});
