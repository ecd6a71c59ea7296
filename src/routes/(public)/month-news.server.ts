import { localDay, startOfDay } from '$lib/contracts/local-time';
import { countPublished } from '$lib/coverage/record/count-published.server';
import { listPublished } from '$lib/practices/published.server';
import type { Database } from '$lib/server/db/client';
import { countAnswered } from '$lib/tickets/count-answered.server';
import { readReleasedAnswers } from '$lib/tickets/read-public.server';

const most = { released: 3, practices: 3 };

export type MonthNews = Awaited<ReturnType<typeof readMonthNews>>;

/** What became public of a place since this month began; all of it is public elsewhere too. */
export async function readMonthNews(database: Database, scopeUnitId: number, now: Date) {
	const month = localDay(now).slice(0, 7);
	const firstDay = `${month}-01`;
	const since = startOfDay(firstDay);
	const isNew = (at: string | null) => at !== null && new Date(at) >= since;
	const page = { page: 1, pageSize: most.practices, skill: null, unitId: scopeUnitId };
	const [released, { practices }, published, answered] = await Promise.all([
		readReleasedAnswers(database, scopeUnitId, most.released),
		listPublished(database, page),
		countPublished(database, scopeUnitId, firstDay),
		countAnswered(database, scopeUnitId, since),
	]);
	return {
		...{ month, ...published, answered, released },
		practices: practices
			.filter(({ publishedAt }) => isNew(publishedAt))
			.map(({ id, title }) => ({ id, title })),
	};
}
