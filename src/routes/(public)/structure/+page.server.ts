import { homeUnit } from '$lib/admin-units/home.server';
import { localDay } from '$lib/contracts/local-time';
import { readStructureView } from '$lib/coverage/structure/read.server';
import { latestDuePeriod, listMonths } from '$lib/reports/periods/periods.server';
import { app } from '$lib/server/app';
import { NotFoundError } from '$lib/server/errors';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';
import { readDrawnStructure } from '$lib/admin-units/outlines/drawn-structure.server';

export const load: PageServerLoad = ({ locals, url }) =>
	pageData(async () => {
		const { database } = locals.handle;
		const now = new Date();
		const today = localDay(now);
		const scope = await homeUnit(database, app().config.homeUnit, today);
		if (!scope) throw new NotFoundError('Nothing has been imported yet.');
		const months = await listMonths(database, now, scope.id);
		const asked = url.searchParams.get('thang');
		const period =
			asked === null
				? await latestDuePeriod(database, now, scope.id)
				: months.find(({ code }) => code === asked);
		if (!period) throw new NotFoundError(`There is no month ${asked}.`);
		return {
			view: await readStructureView(database, {
				scope,
				structureDay: today,
				period,
				audience: 'public',
			}),
			months: months.map(({ code }) => code),
			picture: await readDrawnStructure(database, scope, today),
		};
	});
