import { localDay } from '$lib/contracts/local-time';
import { pageOf } from '$lib/contracts/pages';
import { pageData } from '$lib/server/http';
import { sortLines } from '$lib/teams/list/lines';
import { readTeamLines } from '$lib/teams/list/read-lines.server';
import { measureProgress } from '$lib/teams/reestablishment/progress';
import { parseProgressQuery } from '$lib/teams/reestablishment/query';
import type { PageServerLoad } from './$types';
import { signedIn } from '../attempt.server';

export const load: PageServerLoad = ({ locals, url }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const { since, show, ...query } = parseProgressQuery(url.searchParams);
		const day = query.day ?? localDay(new Date());
		const lines = sortLines(await readTeamLines(database, actor, day));
		const { communes, missing, ...counts } = measureProgress(lines, { since, day });
		const request = { page: query.page, pageSize: 50 };
		const shown = show === 'missing' ? pageOf(missing, request) : pageOf(communes, request);
		const { page, pages } = shown;
		return {
			...{ day, since, show, page, pages, counts },
			communes: show === 'communes' ? pageOf(communes, request).entries : [],
			missing: show === 'missing' ? pageOf(missing, request).entries : [],
		};
	});
