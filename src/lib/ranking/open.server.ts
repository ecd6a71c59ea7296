import { homeUnit } from '../admin-units/home.server';
import { searchKey } from '../contracts/text/search-key';
import type { Actor } from '../contracts/accounts';
import { localDay } from '../contracts/local-time';
import { pageOf } from '../contracts/pages';
import { latestDuePeriod, listMonths } from '../reports/periods/periods.server';
import type { Database } from '../server/db/client';
import { NotFoundError } from '../server/errors';
import type { RankingQuery } from './query';
import { criterionOf, filterEntries, rank, sortEntries } from './rank';
import { readRanking, readRankingTrends } from './read.server';

const pageSize = 100;

interface Visitor {
	actor: Actor;
	/** Code of the unit that the site is about. */
	homeCode: string | undefined;
	now: Date;
}

/**
 * The page of the ranking that an address asks for; without a ranking where there is no unit yet.
 * @throws NotFoundError for a month that hasn't begun.
 */
export async function openRanking(database: Database, query: RankingQuery, visitor: Visitor) {
	const { actor, homeCode, now } = visitor;
	const home = await homeUnit(database, homeCode, localDay(now));
	const latest = await latestDuePeriod(database, now, home?.id ?? null);
	const months = await listMonths(database, now, home?.id ?? null);
	// Asking for a month doesn't make it.
	const period = query.month ? months.find(({ code }) => code === query.month) : latest;
	if (!period) throw new NotFoundError(query.month ?? '');
	const scope = await homeUnit(database, homeCode, period.endsOn);
	if (!scope) return { query, period, latest, months, ranking: null };
	const request = { scope, level: query.level, basis: query.basis, period, actor, now };
	const { entries, number, internal } = await readRanking(database, request);
	const ranked = rank(entries, criterionOf(query.order.key));
	const found = filterEntries(sortEntries(ranked, query.order), searchKey(query.search));
	const { page, pages, entries: shown } = pageOf(found, { page: query.page, pageSize });
	const unranked = (list: typeof found) => list.filter(({ standing }) => standing.reason).length;
	return {
		live: true,
		...{ query, period, latest, months },
		ranking: {
			...{ scope, internal, page, pages },
			rows: await readRankingTrends(database, shown, period, actor),
			counts: {
				all: ranked.length,
				ranked: ranked.length - unranked(ranked),
				found: found.length,
				unrankedFound: unranked(found),
			},
			position: { number, at: now.toISOString() },
		},
	};
}
