import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { viewedUnits } from '$lib/accounts/sessions/live-access.server';
import { answer, problem } from '$lib/server/http';
import { catchUpOf } from '$lib/server/live/catch-up';
import { lifetimes } from '$lib/server/lifetimes';
import { answerReading, readableJson } from '$lib/server/open-reading';
import type { RequestHandler } from './$types';

const Query = v.object({
	stream: v.optional(v.picklist(['public', 'internal']), 'public'),
	after: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)),
});

/** What came after a number: the way of clients that no WebSocket reaches. */
export const GET: RequestHandler = ({ locals, url, request, getClientAddress }) =>
	answer(async () => {
		const query = v.safeParse(Query, Object.fromEntries(url.searchParams));
		if (!query.success) return problem(400, 'invalid', { detail: 'after=NUMBER&stream=public' });
		const { stream, after } = query.output;
		const { database } = locals.handle;
		if (stream === 'public') {
			const reading = { request, address: getClientAddress(), pace: 'pages' } as const;
			return answerReading(reading, async () => {
				const reply = await catchUpOf(database).answer({ stream }, after);
				return readableJson(JSON.stringify(reply), lifetimes.now);
			});
		}
		const viewer = locals.actor ?? locals.screen;
		if (!viewer) return problem(401, 'signIn');
		const unitIds = viewedUnits(viewer);
		if (unitIds.length === 0) return problem(403, 'forbidden');
		const reply = await catchUpOf(database).answer({ stream, unitIds }, after);
		return json(reply, { headers: { 'cache-control': 'no-store' } });
	});
