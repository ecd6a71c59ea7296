import { json } from '@sveltejs/kit';
import { readPairing } from '$lib/screens/read-pairing.server';
import { readScreenHash } from '$lib/screens/screen-cookie.server';
import { answer } from '$lib/server/http';
import type { RequestHandler } from './$types';

/** What a screen that shows a code asks for every few seconds. */
export const GET: RequestHandler = ({ locals: { handle, screen }, request, url }) =>
	answer(async () => {
		const tokenHash = readScreenHash(request.headers.get('cookie'), url);
		const pairing = await readPairing(handle.database, tokenHash, new Date());
		const state = screen ? 'approved' : (pairing?.state ?? 'none');
		return json({ state }, { headers: { 'cache-control': 'no-store' } });
	});
