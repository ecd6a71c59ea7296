import { administer } from '$lib/accounts/administration/administer.server';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { homeUnit } from '$lib/admin-units/home.server';
import { listCommunes } from '$lib/admin-units/structure/list-communes.server';
import { localDay } from '$lib/contracts/local-time';
import { handBack } from '$lib/screens/hand-back.server';
import { readRemote } from '$lib/screens/read-remote.server';
import { showOnScreen } from '$lib/screens/show-on-screen.server';
import { takeRemote } from '$lib/screens/take-remote.server';
import { app } from '$lib/server/app';
import { idParameter, textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const now = new Date();
		const remote = await readRemote(database, actor, idParameter(params.screen), now);
		const home = await homeUnit(database, app().config.homeUnit, localDay(now));
		const communes =
			home && remote.until ? await listCommunes(database, home.id, localDay(now)) : [];
		return {
			remote,
			communes: communes.map(({ code, kind, name }) => ({ code, kind, name })),
			code: url.searchParams.get('ma') ?? '',
		};
	});

export const actions: Actions = {
	take: async ({ locals, params, request }) => {
		const { actor, database } = signedIn(locals);
		const { code = '' } = textFields(await request.formData());
		return administer({}, async () => {
			await takeRemote(database, actor, idParameter(params.screen), code, new Date());
			return { done: 'taken' as const };
		});
	},
	show: async ({ locals, params, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		return administer(entered, async () => {
			await showOnScreen(database, actor, idParameter(params.screen), entered, new Date());
			return { done: 'shown' as const };
		});
	},
	handBack: async ({ locals, params }) => {
		const { actor, database } = signedIn(locals);
		return administer({}, async () => {
			await handBack(database, actor, idParameter(params.screen), new Date());
			return { done: 'handedBack' as const };
		});
	},
};
