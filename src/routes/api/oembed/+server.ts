import * as v from 'valibot';
import { app } from '$lib/server/app';
import { NotFoundError } from '$lib/server/errors';
import { answer, problem } from '$lib/server/http';
import { linkOrigin } from '$lib/server/link-origin';
import { lifetimes } from '$lib/server/lifetimes';
import { answerReading, readableJson } from '$lib/server/open-reading';
import { describeEmbed } from './describe.server';
import type { RequestHandler } from './$types';

const pixels = v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,4}$/), v.transform(Number)));
const Query = v.object({
	url: v.pipe(v.string(), v.url()),
	format: v.optional(v.string(), 'json'),
	maxwidth: pixels,
	maxheight: pixels,
});

/** oEmbed 1.0: what to put into a page in place of a link to ours. */
export const GET: RequestHandler = ({ locals: { handle }, url, request, getClientAddress }) =>
	answer(async () => {
		const query = v.safeParse(Query, Object.fromEntries(url.searchParams));
		if (!query.success) return problem(400, 'invalid');
		if (query.output.format !== 'json') return problem(501, 'formatUnknown');
		const { output: asked } = query;
		return answerReading({ request, address: getClientAddress(), pace: 'files' }, async () => {
			const origin = linkOrigin(app().config, url);
			const described = await describeEmbed(handle.database, origin, asked);
			if (!described) throw new NotFoundError('There is nothing of ours at that address.');
			return readableJson(JSON.stringify(described), lifetimes.reading);
		});
	});
