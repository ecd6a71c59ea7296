import { localDay } from '$lib/contracts/local-time';
import { loadMessages, loadWorkMessages } from '$lib/messages';
import { createFormat } from '$lib/messages/format';
import { servePaper } from '$lib/papers/serve-paper.server';
import { writeCsv } from '$lib/papers/workbook/csv';
import { pageData } from '$lib/server/http';
import { filterGroups } from '$lib/teams/groups/lines';
import { parseGroupsQuery } from '$lib/teams/groups/query';
import { readGroups } from '$lib/teams/groups/read-groups.server';
import { groupRows } from '$lib/teams/groups/table';
import { sortLines } from '$lib/teams/list/lines';
import type { RequestHandler } from './$types';
import { signedIn } from '../../attempt.server';

export const GET: RequestHandler = ({ locals, url }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const day = localDay(new Date());
		const groups = await readGroups(database, actor, day);
		const chosen = sortLines(filterGroups(groups, parseGroupsQuery(url.searchParams)));
		const format = createFormat(locals.locale, await loadMessages(locals.locale));
		const { teams: t } = await loadWorkMessages(locals.locale);
		return servePaper({
			name: `nhom-zalo-${day}.csv`,
			content: new TextEncoder().encode(writeCsv(groupRows(chosen, { t, format }))),
			mediaType: 'text/csv; charset=utf-8',
		});
	});
