import { error } from '@sveltejs/kit';
import { localDay } from '$lib/contracts/local-time';
import { describeIndicator } from '$lib/indicators/describe.server';
import { readIndicatorFigures } from '$lib/open-data/indicators/read-figures.server';
import type { IndicatorView } from '$lib/open-data/indicators/view';
import { app } from '$lib/server/app';
import { pageData } from '$lib/server/http';
import { communePath, provincePath } from '../../../commune/path';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { handle, locale }, params, url }) =>
	pageData(async (): Promise<{ view: IndicatorView }> => {
		const indicator = describeIndicator(params.code, locale);
		if (!indicator) error(404, 'notFound');
		const now = new Date();
		const periodCode = url.searchParams.get('thang') ?? undefined;
		const request = { homeCode: app().config.homeUnit, periodCode, now };
		const figures = await readIndicatorFigures(handle.database, indicator, request);
		const rows = figures?.rows.map((row) => ({
			...row,
			path:
				row.unit.level === 'commune'
					? communePath(row.unit, localDay(now))
					: provincePath(row.unit),
		}));
		return { view: { indicator, figures: figures && rows ? { ...figures, rows } : null } };
	});
