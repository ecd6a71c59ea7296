import { error } from '@sveltejs/kit';
import { exportActivities } from '$lib/activities/export.server';
import { filterFrom } from '$lib/activities/filter';
import { chooseMonth } from '$lib/activities/choose-month.server';
import { searchKey } from '$lib/contracts/text/search-key';
import { loadMessages, loadWorkMessages } from '$lib/messages';
import { createFormat } from '$lib/messages/format';
import { servePaper } from '$lib/papers/serve-paper.server';
import { writeCsv } from '$lib/papers/workbook/csv';
import { pageData } from '$lib/server/http';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { actor, handle, locale }, url }) =>
	pageData(async () => {
		if (!actor) error(401, 'signIn');
		const { month } = chooseMonth(url.searchParams, new Date());
		const searchName = searchKey(url.searchParams.get('tim') ?? '');
		const selection = { month, ...filterFrom(url.searchParams), searchName };
		const format = createFormat(locale, await loadMessages(locale));
		const { activities: t } = await loadWorkMessages(locale);
		const rows = await exportActivities(handle.database, actor, selection, { t, format });
		return servePaper({
			name: `hoat-dong-${month}.csv`,
			content: new TextEncoder().encode(writeCsv(rows)),
			mediaType: 'text/csv; charset=utf-8',
		});
	});
