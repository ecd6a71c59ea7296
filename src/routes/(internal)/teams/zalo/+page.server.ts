import { localDay } from '$lib/contracts/local-time';
import { pageOf } from '$lib/contracts/pages';
import { pageData } from '$lib/server/http';
import { countGroups, filterGroups, levelsOfGroups } from '$lib/teams/groups/lines';
import { groupsSearch, parseGroupsQuery } from '$lib/teams/groups/query';
import { readGroups } from '$lib/teams/groups/read-groups.server';
import { sortLines } from '$lib/teams/list/lines';
import type { PageServerLoad } from './$types';
import { signedIn } from '../attempt.server';

const pageSize = 50;

export const load: PageServerLoad = ({ locals, url }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const query = parseGroupsQuery(url.searchParams);
		const groups = await readGroups(database, actor, localDay(new Date()));
		const found = sortLines(filterGroups(groups, query));
		const { entries, page, pages } = pageOf(found, { page: query.page, pageSize });
		return {
			query: { ...query, page },
			search: groupsSearch(query),
			pages,
			found: found.length,
			counts: countGroups(groups),
			levels: levelsOfGroups(groups),
			lines: entries,
		};
	});
