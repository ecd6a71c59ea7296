import { json } from '@sveltejs/kit';
import { receiveDecisions } from '$lib/reports/intake/api.server';
import { answer, problem } from '$lib/server/http';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ locals, request }) =>
	answer(async () => {
		if (!locals.actor) return problem(401, 'signIn');
		const { database } = locals.handle;
		const text = await request.text();
		const { status, body } = await receiveDecisions(database, locals.actor, text, new Date());
		return json(body, { status });
	});
