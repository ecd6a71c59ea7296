import { mayOpen } from '$lib/accounts/access/policy.server';
import { pageNumber, wholeNumber } from '$lib/contracts/text/address';
import { hasMore } from '$lib/contracts/pages';
import { localDay, plannedYears } from '$lib/contracts/local-time';
import { listOpenAssignments } from '$lib/plans/list-assignments.server';
import { listPlanningUnits, planningLevels } from '$lib/plans/list-units.server';
import { readConfig } from '$lib/server/config';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

const pageSize = 50;
const shownAssignments = 50;

export const load: PageServerLoad = ({ locals: { actor, handle }, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const today = localDay(new Date());
		const years = plannedYears(today, readConfig().firstYear);
		const asked = wholeNumber(url.searchParams.get('nam'));
		const year = years.find((each) => each === asked) ?? Number(today.slice(0, 4));
		const level = planningLevels.find((each) => each === url.searchParams.get('cap')) ?? null;
		const ofTeams = url.searchParams.get('cua') === 'to';
		const missing = url.searchParams.get('xem') === 'chua-co';
		const page = pageNumber(url.searchParams);
		const selection = { year, level, missing, ofTeams, page, pageSize };
		const list = await listPlanningUnits(handle.database, actor, selection, today);
		return {
			...{ ...list, year, years, missing, ofTeams, page, today },
			hasMore: hasMore(list.total, { page, pageSize }),
			mine: await listOpenAssignments(handle.database, actor, { limit: shownAssignments }),
			mayDrawUp: mayOpen('/(internal)/plans/new', actor),
		};
	});
