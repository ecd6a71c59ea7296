import { readTrend } from '$lib/coverage/trend.server';
import { listMonths } from '$lib/reports/periods.server';
import { readScreen } from '$lib/reports/screen.server';
import { app } from '$lib/server/app';
import { NotFoundError } from '$lib/server/errors';
import { pageData } from '$lib/server/http';
import { viewedUnits } from '$lib/accounts/live-access.server';
import type { PageServerLoad } from './$types';
import { readStructure } from './drawing.server';

/** Months of the line. */
const trendMonths = 24;

export const load: PageServerLoad = ({ locals: { actor, handle }, url, depends }) =>
	pageData(async () => {
		depends('app:structure');
		const { database } = handle;
		const now = new Date();
		const periodCode = url.searchParams.get('thang') ?? undefined;
		if (periodCode !== undefined) {
			const months = await listMonths(database, now);
			// Asking for a month doesn't make it.
			if (!months.some(({ code }) => code === periodCode)) throw new NotFoundError(periodCode);
		}
		const homeCode = app().config.homeUnit;
		const screen = await readScreen(database, { homeCode, periodCode, actor, now });
		if (!screen) return { screen: null };
		const { scope, period } = screen.snapshot;
		const internal = actor !== null && viewedUnits(actor).length > 0;
		const stream: 'internal' | 'public' = internal ? 'internal' : 'public';
		const trend = (basis: 'approved' | 'provisional') =>
			readTrend(database, scope.id, {
				basis,
				audience: stream,
				months: trendMonths,
				until: period.code,
			});
		return {
			screen: {
				...screen,
				months: screen.months.map(({ id, code }) => ({ id, code })),
				stream,
				trend: {
					approved: await trend('approved'),
					provisional: internal ? await trend('provisional') : [],
				},
				structure: await readStructure(database, scope.id, period.endsOn),
			},
		};
	});
