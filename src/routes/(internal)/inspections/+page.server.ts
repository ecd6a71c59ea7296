import { mayOpen } from '$lib/accounts/access/policy.server';
import { actsAboveOthers } from '$lib/admin-units/access/acting-units.server';
import { pageNumber } from '$lib/contracts/text/address';
import { localDay } from '$lib/contracts/local-time';
import { hasMore } from '$lib/contracts/pages';
import { listInspections } from '$lib/plans/inspections/read.server';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

const pageSize = 30;

export const load: PageServerLoad = ({ locals: { actor, handle }, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const page = pageNumber(url.searchParams);
		const onlyOverdue = url.searchParams.get('xem') === 'qua-han';
		const selection = { page, pageSize, onlyOverdue };
		const today = localDay(new Date());
		const list = await listInspections(handle.database, actor, selection, today);
		return {
			...{ ...list, page, onlyOverdue },
			hasMore: hasMore(list.total, { page, pageSize }),
			mayRecord:
				mayOpen('/(internal)/inspections/new', actor) &&
				(await actsAboveOthers(handle.database, actor, ['reporter', 'approver'], today)),
		};
	});
