import { mapMeasures } from '$lib/contracts/coverage';
import { app } from '$lib/server/app';
import { NotFoundError } from '$lib/server/errors';
import { answer, problem } from '$lib/server/http';
import { answerReading, readableJson } from '$lib/server/open-reading';
import { lifetimes } from '$lib/server/lifetimes';
import { seriesFile } from './read-series.server';
import type { RequestHandler } from './$types';

/**
 * What the map of `unit` (a code; default: what the site is about) showed by `measure` in the months
 * until `until` (default: the newest that is due), 24 at most: published figures alone.
 */
export const GET: RequestHandler = ({ locals, url, request, getClientAddress }) =>
	answer(async () => {
		const asked = url.searchParams.get('measure') ?? 'allFive';
		const measure = mapMeasures.find((one) => one === asked);
		if (!measure) return problem(400, 'invalid', { detail: `measure=${mapMeasures.join('|')}` });
		return answerReading({ request, address: getClientAddress(), pace: 'files' }, async () => {
			const json = await seriesFile(locals.handle.database, {
				homeCode: url.searchParams.get('unit') ?? app().config.homeUnit,
				until: url.searchParams.get('until') ?? undefined,
				measure,
				now: new Date(),
			});
			if (json === null) throw new NotFoundError('There is no such unit.');
			return readableJson(json, lifetimes.reading);
		});
	});
