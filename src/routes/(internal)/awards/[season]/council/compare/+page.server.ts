import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { compareSheets } from '$lib/awards/council/read-sheet.server';
import { readSeason } from '$lib/awards/season/read.server';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url: { searchParams } }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const season = await readSeason(database, actor, idParameter(params.season));
		const chosen = searchParams.getAll('de-cu').map(idParameter);
		return { season, sheets: await compareSheets(database, actor, season.id, chosen) };
	});
