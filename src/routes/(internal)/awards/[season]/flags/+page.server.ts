import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { pageOfFlags } from '$lib/awards/flags/page';
import { listFlags } from '$lib/awards/flags/read.server';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const list = await listFlags(database, actor, idParameter(params.season), new Date());
		return { season: list.season, shown: pageOfFlags(list.units, url.searchParams) };
	});
