import { readHomes } from '$lib/admin-units/home.server';
import { localDay, startOfDay } from '$lib/contracts/local-time';
import { countPublished } from '$lib/coverage/record/count-published.server';
import { listPublished } from '$lib/practices/published.server';
import type { Database } from '$lib/server/db/client';
import { countAnswered } from '$lib/tickets/count-answered.server';
import { readReleasedAnswers } from '$lib/tickets/read-public.server';

const most = { released: 3, practices: 3 };

export type MonthNews = Awaited<ReturnType<typeof readMonthNews>>;

/**
 * What became public of the site's place since this month began; all of it is public elsewhere too. What units that
 * have since been merged made public belongs to it: it may have been another unit when the month began.
 */
export async function readMonthNews(
	database: Database,
	{ homeCode, now }: { homeCode: string | undefined; now: Date },
) {
	const { all } = await readHomes(database, homeCode);
	const unitIds = all.map(({ id }) => id);
	const month = localDay(now).slice(0, 7);
	const firstDay = `${month}-01`;
	const since = startOfDay(firstDay);
	const isNew = (at: string | null) => at !== null && new Date(at) >= since;
	const page = { page: 1, pageSize: most.practices, skill: null, unitIds };
	const [released, { practices }, published, answered] = await Promise.all([
		readReleasedAnswers(database, unitIds, most.released),
		listPublished(database, page),
		countPublished(database, unitIds, firstDay),
		countAnswered(database, unitIds, since),
	]);
	return {
		...{ month, ...published, answered, released },
		practices: practices
			.filter(({ publishedAt }) => isNew(publishedAt))
			.map(({ id, title }) => ({ id, title })),
	};
}
