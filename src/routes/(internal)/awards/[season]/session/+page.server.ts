import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { readSession } from '$lib/awards/council/read-session.server';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const seasonId = idParameter(params.season);
		return { session: await readSession(database, actor, seasonId, new Date()) };
	});
