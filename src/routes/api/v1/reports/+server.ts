import { json } from '@sveltejs/kit';
import { receiveReports } from '$lib/reports/intake/api.server';
import { answer, problem } from '$lib/server/http';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ locals, request }) =>
	answer(async () => {
		if (!locals.actor) return problem(401, 'signIn');
		const { status, body } = await receiveReports(
			locals.handle.database,
			locals.actor,
			await request.text(),
			request.headers.get('idempotency-key'),
			new Date(),
		);
		return json(body, { status });
	});
