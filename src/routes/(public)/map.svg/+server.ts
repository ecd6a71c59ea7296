import { app } from '$lib/server/app';
import { pageData } from '$lib/server/http';
import { mapSheet } from '../pictures/map.server';
import { sendSheet } from '../pictures/send.server';
import type { RequestHandler } from './$types';

/** The map as the address has it, to be taken away. */
export const GET: RequestHandler = (event) =>
	pageData(async () => sendSheet(await mapSheet(event, app().config.homeUnit), 'svg'));
