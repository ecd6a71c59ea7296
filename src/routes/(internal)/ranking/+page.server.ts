import { homeUnit } from '$lib/admin-units/home.server';
import { searchKey } from '$lib/admin-units/names';
import { parseRankingQuery } from '$lib/ranking/query';
import { criterionOf, filterEntries, pageOf, rank, sortEntries } from '$lib/ranking/rank';
import { readRanking, readRankingTrends } from '$lib/ranking/read.server';
import { latestDuePeriod, listMonths } from '$lib/reports/periods.server';
import { app } from '$lib/server/app';
import { NotFoundError } from '$lib/server/errors';
import { pageData } from '$lib/server/http';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

const pageSize = 100;

export const load: PageServerLoad = ({ locals: { actor, handle }, url, depends }) =>
	pageData(async () => {
		depends('app:ranking');
		if (!actor) error(401, 'signIn');
		const { database } = handle;
		const now = new Date();
		const query = parseRankingQuery(url.searchParams);
		const latest = await latestDuePeriod(database, now);
		const months = await listMonths(database, now);
		// Asking for a month doesn't make it.
		const period = query.month ? months.find(({ code }) => code === query.month) : latest;
		if (!period) throw new NotFoundError(query.month ?? '');
		const scope = await homeUnit(database, app().config.homeUnit, period.endsOn);
		if (!scope) return { query, period, latest, months, ranking: null };
		const request = { scope, level: query.level, basis: query.basis, period, actor, now };
		const { entries, number, internal } = await readRanking(database, request);
		const ranked = rank(entries, criterionOf(query.order.key));
		const found = filterEntries(sortEntries(ranked, query.order), searchKey(query.search));
		const page = pageOf(found, query.page, pageSize);
		const unranked = (list: typeof found) => list.filter(({ standing }) => standing.reason).length;
		return {
			query,
			period,
			latest,
			months,
			ranking: {
				scope,
				internal,
				rows: await readRankingTrends(database, page.entries, period, actor),
				page: page.page,
				pages: page.pages,
				counts: {
					all: ranked.length,
					ranked: ranked.length - unranked(ranked),
					found: found.length,
					unrankedFound: unranked(found),
				},
				position: { number, at: now.toISOString() },
			},
		};
	});
