import { pageData } from '$lib/server/http';
import { mapCard } from '../../../pictures/map.server';
import { provinceOf } from '../../../pictures/province.server';
import { sendCard } from '../../../pictures/send.server';
import type { RequestHandler } from './$types';

/** What link previews show of a province, in the state of the address. */
export const GET: RequestHandler = (event) =>
	pageData(async () => sendCard(await mapCard(event, await provinceOf(event))));
