import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { changePeersByForm, fixPeersByForm } from '$lib/awards/peers/act-by-form.server';
import { readShortlist } from '$lib/awards/shortlist/read.server';
import { localDay } from '$lib/contracts/local-time';
import { parseShortlistQuery } from '$lib/ranking/shortlist/query';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, params, url, depends }) =>
	pageData(async () => {
		depends('app:shortlist');
		const { actor, database } = signedIn(locals);
		const query = parseShortlistQuery(url.searchParams);
		const seasonId = idParameter(params.season);
		const shown = await readShortlist(database, actor, seasonId, query, new Date());
		const isEarly = localDay(new Date()) < shown.season.countsFrom;
		return { ...shown, isEarly, live: true };
	});

const formOf = async ({ locals, params: { season }, request }: RequestEvent) => ({
	...{ ...signedIn(locals), season },
	data: await request.formData(),
});

export const actions: Actions = {
	fix: async (event) => fixPeersByForm(await formOf(event)),
	peers: async (event) => changePeersByForm(await formOf(event)),
};
