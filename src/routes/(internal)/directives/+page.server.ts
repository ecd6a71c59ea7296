import { mayOpen } from '$lib/accounts/access/policy.server';
import { pageNumber } from '$lib/contracts/text/address';
import { directiveKinds } from '$lib/contracts/directives';
import { hasMore } from '$lib/contracts/pages';
import { listDirectives } from '$lib/plans/directives/list.server';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

const pageSize = 30;

export const load: PageServerLoad = ({ locals: { actor, handle }, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const search = url.searchParams.get('tim') ?? '';
		const kind = directiveKinds.find((each) => each === url.searchParams.get('loai')) ?? null;
		const page = pageNumber(url.searchParams);
		const selection = { search, kind, page, pageSize };
		const list = await listDirectives(handle.database, actor, selection);
		return {
			...{ ...list, search, kind, page },
			hasMore: hasMore(list.total, { page, pageSize }),
			mayAdd: mayOpen('/(internal)/directives/new', actor),
		};
	});
