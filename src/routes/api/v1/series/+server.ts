import { mapMeasures } from '$lib/contracts/coverage';
import { classings, colourings } from '$lib/contracts/map/colouring';
import { classingsOf } from '$lib/coverage/explorer/colouring/classes';
import type { Shown } from '$lib/coverage/explorer/colouring/coloured-snapshot';
import { colouringsOf } from '$lib/coverage/explorer/selection';
import { app } from '$lib/server/app';
import { NotFoundError } from '$lib/server/errors';
import { answer, problem } from '$lib/server/http';
import { answerReading, readableJson } from '$lib/server/open-reading';
import { lifetimes } from '$lib/server/lifetimes';
import { publicSeries } from './public-series.server';
import type { RequestHandler } from './$types';

/**
 * What the map of `unit` (a code; default: what the site is about) showed by `measure`, `colouring` and
 * `classing` in the months until `until` (default: the newest that is due), 24 at most: published
 * figures alone.
 */
export const GET: RequestHandler = ({ locals, url, request, getClientAddress }) =>
	answer(async () => {
		const shown = readShown(url.searchParams);
		if (!shown) return problem(400, 'invalid', { detail: offered });
		return answerReading({ request, address: getClientAddress(), pace: 'files' }, async () => {
			const json = await publicSeries(locals.handle.database, {
				...shown,
				homeCode: url.searchParams.get('unit') ?? app().config.homeUnit,
				until: url.searchParams.get('until') ?? undefined,
				now: new Date(),
			});
			if (json === null) throw new NotFoundError('There is no such unit.');
			return readableJson(json, lifetimes.reading);
		});
	});

const offered = [
	`measure=${mapMeasures.join('|')}`,
	`colouring=${colourings.join('|')} (distance: of allFive)`,
	`classing=${classings.join('|')} (bivariate: of level and growth; of checked: fixed)`,
].join(', ');

/** Null of what no map shows. */
function readShown(query: URLSearchParams): Shown | null {
	const asked = (name: string, usual: string) => query.get(name) ?? usual;
	const measure = mapMeasures.find((one) => one === asked('measure', 'allFive'));
	const colouring =
		measure && colouringsOf(measure).find((one) => one === asked('colouring', 'level'));
	const classing =
		colouring && classingsOf(colouring).find((one) => one === asked('classing', 'fixed'));
	return classing ? { measure, colouring, classing } : null;
}
