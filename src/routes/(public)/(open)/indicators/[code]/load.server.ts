import { error, type RequestEvent } from '@sveltejs/kit';
import { localDay } from '$lib/contracts/local-time';
import { describeIndicator } from '$lib/indicators/describe.server';
import { readIndicatorFigures } from '$lib/open-data/indicators/read-figures.server';
import type { IndicatorView } from '$lib/open-data/indicators/view';
import { app } from '$lib/server/app';
import { communePath, provincePath } from '../../../commune/path';

/** An indicator with what is public of it in the month that the address asks for. */
export async function loadIndicator({
	locals: { handle, locale },
	params,
	url,
}: Pick<RequestEvent<{ code: string }>, 'locals' | 'params' | 'url'>): Promise<IndicatorView> {
	const indicator = describeIndicator(params.code, locale);
	if (!indicator) error(404, 'notFound');
	const now = new Date();
	const periodCode = url.searchParams.get('thang') ?? undefined;
	const request = { homeCode: app().config.homeUnit, periodCode, now };
	const figures = await readIndicatorFigures(handle.database, indicator, request);
	const rows = figures?.rows.map((row) => ({
		...row,
		path:
			row.unit.level === 'commune' ? communePath(row.unit, localDay(now)) : provincePath(row.unit),
	}));
	return { indicator, figures: figures && rows ? { ...figures, rows } : null };
}
