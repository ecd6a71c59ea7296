import { fail } from '@sveltejs/kit';
import { searchKey } from '$lib/admin-units/names';
import { decideReports } from '$lib/reports/decide.server';
import { readReportableUnits, readWaitingReports } from '$lib/reports/overview.server';
import { listPeriodChoices } from '$lib/reports/list-period-choices.server';
import { periodByCode } from '$lib/reports/periods.server';
import { readNotices } from '$lib/reports/reminders/read-notices.server';
import { localDay } from '$lib/contracts/local-time';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const shownAtOnce = 100;

export const load: PageServerLoad = ({ locals, url }) =>
	pageData(async () => {
		const { database } = locals.handle;
		const { actor } = locals;
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const now = new Date();
		const code = url.searchParams.get('thang') ?? localDay(now).slice(0, 7);
		const unitIds = actor.grants.map(({ unitId }) => unitId);
		const period = await periodByCode(database, code, unitIds[0]);
		const filter = url.searchParams.get('tim') ?? '';
		return {
			period,
			filter,
			choices: await listPeriodChoices(database, now, unitIds),
			notices: await readNotices(database, actor, now),
			waiting: await readWaitingReports(database, actor, period, shownAtOnce),
			units: await readReportableUnits(database, actor, period, {
				filter: { code: filter.trim(), searchName: searchKey(filter) },
				limit: shownAtOnce,
			}),
		};
	});

export const actions: Actions = {
	approve: async ({ locals, request, url }) => {
		if (!locals.actor) return fail(401);
		const period = url.searchParams.get('thang') ?? localDay(new Date()).slice(0, 7);
		const chosen = (await request.formData()).getAll('report').flatMap((value) => {
			if (typeof value !== 'string') return [];
			const [, unit, revision] = /^(.+)@(\d+)$/.exec(value) ?? [];
			return unit === undefined ? [] : [{ unit, revision: Number(revision) }];
		});
		const results = await decideReports(
			locals.handle.database,
			locals.actor,
			chosen.map((report) => ({ ...report, period, decision: 'approve', comment: '' })),
			new Date(),
		);
		const approved = results.filter(({ status }) => status === 'done').length;
		return { approved, refused: results.length - approved };
	},
};
