import { app } from '$lib/server/app';
import { pageData } from '$lib/server/http';
import { compareCard } from '../../pictures/commune.server';
import { sendCard } from '../../pictures/send.server';
import { loadComparison } from '../load.server';
import type { RequestHandler } from './$types';

/** What link previews show of a comparison of the communes in the address. */
export const GET: RequestHandler = (event) =>
	pageData(async () => {
		const comparison = await loadComparison(event, app().config.homeUnit);
		return sendCard(await compareCard(event, comparison));
	});
