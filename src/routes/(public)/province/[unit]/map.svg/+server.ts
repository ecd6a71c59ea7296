import { pageData } from '$lib/server/http';
import { mapSheet } from '../../../pictures/map.server';
import { provinceOf } from '../../../pictures/province.server';
import { sendSheet } from '../../../pictures/send.server';
import type { RequestHandler } from './$types';

/** The map of a province of the country as the address has it, to be taken away. */
export const GET: RequestHandler = (event) =>
	pageData(async () => sendSheet(await mapSheet(event, await provinceOf(event)), 'svg'));
