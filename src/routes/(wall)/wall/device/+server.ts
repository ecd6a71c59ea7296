import { json } from '@sveltejs/kit';
import { toAddress } from '$lib/messages/addresses';
import { readOwnScreen } from '$lib/screens/read-own-screen.server';
import { app } from '$lib/server/app';
import { changePosition } from '$lib/server/change-log';
import { answer, problem } from '$lib/server/http';
import { linkOrigin } from '$lib/server/link-origin';
import type { RequestHandler } from './$types';

/** What a paired screen knows of itself, and the number from which the live stream goes on. */
export const GET: RequestHandler = ({ locals: { handle, screen }, url }) =>
	answer(async () => {
		if (!screen) return problem(403, 'forbidden');
		const { lastNumber } = await changePosition(handle.database);
		const remoteOf = (id: number) =>
			linkOrigin(app().config, url) + toAddress(`/remote/${id}`, 'vi');
		const own = await readOwnScreen(handle.database, screen.screenId, remoteOf, new Date());
		return json({ ...own, number: lastNumber }, { headers: { 'cache-control': 'no-store' } });
	});
