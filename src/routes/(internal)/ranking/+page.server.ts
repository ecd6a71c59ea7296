import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { openRanking } from '$lib/ranking/open.server';
import { parseRankingQuery } from '$lib/ranking/query';
import { app } from '$lib/server/app';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url, depends }) =>
	pageData(() => {
		depends('app:ranking');
		const { actor, database } = signedIn(locals);
		const visitor = { actor, homeCode: app().config.homeUnit, now: new Date() };
		return openRanking(database, parseRankingQuery(url.searchParams), visitor);
	});
