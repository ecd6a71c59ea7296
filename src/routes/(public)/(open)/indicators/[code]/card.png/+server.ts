import { pageData } from '$lib/server/http';
import { indicatorCard } from '../../../../pictures/indicator.server';
import { sendCard } from '../../../../pictures/send.server';
import { loadIndicator } from '../load.server';
import type { RequestHandler } from './$types';

/** What link previews show of an indicator, in the month of the address. */
export const GET: RequestHandler = (event) =>
	pageData(async () => sendCard(await indicatorCard(event, await loadIndicator(event))));
