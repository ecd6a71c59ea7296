import { error } from '@sveltejs/kit';
import { mayActOn } from '$lib/accounts/may-act-on.server';
import { addMonths } from '$lib/contracts/local-time';
import type { Database } from '$lib/server/db/client';
import { readTrend } from '$lib/coverage/trend.server';
import { readTeamCount } from '$lib/coverage/wall/read-teams.server';
import { latestDuePeriod, listMonths, periodByCode } from '$lib/reports/periods.server';
import { readScreen } from '$lib/reports/screen.server';
import { app } from '$lib/server/app';
import { NotFoundError } from '$lib/server/errors';
import { pageData } from '$lib/server/http';
import { readStructure } from '../../(public)/drawing.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, url, depends }) =>
	pageData(async () => {
		depends('app:wall');
		if (!actor) error(401, 'signIn');
		const { database } = handle;
		const now = new Date();
		const homeCode = app().config.homeUnit;
		const periodCode = url.searchParams.get('thang') ?? undefined;
		if (periodCode !== undefined) await mustHaveBegun(database, periodCode, now);
		const screen = await readScreen(database, { homeCode, periodCode, actor, now });
		if (!screen) return { wall: null };
		const { scope, period } = screen.snapshot;
		const latest = await latestDuePeriod(database, now);
		const following = await periodByCode(database, addMonths(latest.code, 1));
		const seesAll = await mayActOn(database, actor, ['viewer'], scope.id);
		return {
			wall: {
				snapshot: screen.snapshot,
				months: screen.months.map(({ id, code }) => ({ id, code })),
				trend: await readTrend(database, scope.id, {
					basis: 'approved',
					audience: seesAll ? 'internal' : 'public',
					months: 24,
					until: period.code,
				}),
				teams: await readTeamCount(database, scope.id, period),
				latest: { code: latest.code, until: following.due.commune },
			},
			structure: await readStructure(database, scope.id, period.endsOn),
		};
	});

/** Asking for a month doesn't make it. */
async function mustHaveBegun(database: Database, periodCode: string, now: Date): Promise<void> {
	const months = await listMonths(database, now);
	if (!months.some(({ code }) => code === periodCode)) throw new NotFoundError(periodCode);
}
