import { error, type RequestEvent } from '@sveltejs/kit';
import { homeUnit } from '$lib/admin-units/home.server';
import { tellApart } from '$lib/admin-units/search/tell-apart.server';
import { localDay } from '$lib/contracts/local-time';
import { chooseCommunes } from '$lib/coverage/compare/choose.server';
import type { Comparison } from '$lib/coverage/compare/compared';
import { readTrendEvents } from '$lib/coverage/events/read-trend-events.server';
import { readOffered } from '$lib/coverage/compare/offered.server';
import { readView } from '../commune/load.server';
import { communePath } from '../commune/path';

const longestText = 100;

/** The communes that an address names side by side, and what of it couldn't be put there. */
export async function loadComparison(
	{ locals, url }: Pick<RequestEvent, 'locals' | 'url'>,
	homeCode: string | undefined,
): Promise<Comparison> {
	const { database } = locals.handle;
	const now = new Date();
	const day = localDay(now);
	const text = (url.searchParams.get('tim') ?? '').trim().slice(0, longestText);
	const asked = url.searchParams.getAll('xa');
	const { chosen, leftOut, unknown } = await chooseCommunes(database, asked, day);
	// All of one month: the newest that is due for the first of them.
	let month = url.searchParams.get('thang');
	const communes: Comparison['communes'] = [];
	for (const unit of await tellApart(database, chosen)) {
		const view = await readView(database, unit, month);
		// One that was formed later stands there with nothing.
		const { commune = null, trend = [], period } = view ?? {};
		const from = trend[0]?.periodCode ?? day;
		const events = await readTrendEvents(database, unit, { from, at: now });
		communes.push({ unit, path: communePath(unit, day), commune, trend, events });
		month ??= period?.code ?? null;
	}
	if (communes.length > 0 && month !== null && communes.every(({ commune }) => commune === null))
		error(404, 'notFound');
	const home = await homeUnit(database, homeCode, day);
	const offered = home
		? await readOffered(database, { text, compared: communes, scopeUnitId: home.id, day })
		: [];
	return { month, communes, leftOut: await tellApart(database, leftOut), unknown, text, offered };
}
