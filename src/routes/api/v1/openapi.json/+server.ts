import { describeApi } from '$lib/reports/intake/openapi.server';
import { lifetimes } from '$lib/server/lifetimes';
import { answerReading, readableJson } from '$lib/server/open-reading';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ request, getClientAddress }) =>
	answerReading({ request, address: getClientAddress(), pace: 'files' }, () =>
		Promise.resolve(readableJson(JSON.stringify(describeApi()), lifetimes.reading)),
	);
