import { app } from '$lib/server/app';
import { pageData } from '$lib/server/http';
import { mapCard } from '../pictures/map.server';
import { sendCard } from '../pictures/send.server';
import type { RequestHandler } from './$types';

/** What link previews show of the map, in the state of the address. */
export const GET: RequestHandler = (event) =>
	pageData(async () => sendCard(await mapCard(event, app().config.homeUnit)));
