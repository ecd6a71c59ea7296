import { json } from '@sveltejs/kit';
import { receiveDecision } from '$lib/reports/intake/api.server';
import { answer, problem } from '$lib/server/http';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ locals, params, request }) =>
	answer(async () => {
		if (!locals.actor) return problem(401, 'signIn');
		const { status, body } = await receiveDecision(
			locals.handle.database,
			locals.actor,
			params,
			await request.text(),
			new Date(),
		);
		return json(body, { status });
	});
