import { mayOpen } from '$lib/accounts/access/policy.server';
import { pageNumber } from '$lib/contracts/text/address';
import { hasMore } from '$lib/contracts/pages';
import { listMeetings } from '$lib/plans/meetings/read.server';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

const pageSize = 30;

export const load: PageServerLoad = ({ locals: { actor, handle }, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const page = pageNumber(url.searchParams);
		const list = await listMeetings(handle.database, actor, { page, pageSize });
		return {
			...{ ...list, page },
			hasMore: hasMore(list.total, { page, pageSize }),
			mayCall: mayOpen('/(internal)/meetings/new', actor),
		};
	});
