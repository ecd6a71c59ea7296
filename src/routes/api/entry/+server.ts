import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { readEntryWork } from '$lib/reports/entry/read-work.server';
import { receiveEntry } from '$lib/reports/entry/receive-entry.server';
import { answer, problem } from '$lib/server/http';
import type { RequestHandler } from './$types';

/** What a phone carries along: no part of the public interface, so it has no version. */
export const GET: RequestHandler = ({ locals, url }) =>
	answer(async () => {
		if (!locals.actor) return problem(401, 'signIn');
		const locale = url.searchParams.get('ngon-ngu') === 'en' ? 'en' : 'vi';
		return json(
			await readEntryWork(locals.handle.database, locals.actor, { locale, now: new Date() }),
		);
	});

const Sent = v.strictObject({ owner: v.number(), report: v.unknown() });

export const POST: RequestHandler = ({ locals, request }) =>
	answer(async () => {
		if (!locals.actor) return problem(401, 'signIn');
		const parsed = v.safeParse(Sent, await request.json().catch(() => null));
		if (!parsed.success) return problem(400, 'invalid');
		const { database } = locals.handle;
		const result = await receiveEntry(database, locals.actor, parsed.output, new Date());
		return json(result, { status: result.status === 'accepted' ? 201 : 422 });
	});
