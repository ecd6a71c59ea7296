import { error, redirect } from '@sveltejs/kit';
import { administer } from '$lib/accounts/administration/administer.server';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { readActingUnits } from '$lib/admin-units/access/acting-units.server';
import { localDay } from '$lib/contracts/local-time';
import { searchKey } from '$lib/contracts/text/search-key';
import { toAddress } from '$lib/messages/addresses';
import { changeScreen } from '$lib/screens/change-screen.server';
import { listScreens } from '$lib/screens/list-screens.server';
import { revokeScreen } from '$lib/screens/revoke-screen.server';
import { idParameter, textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const unitsAtOnce = 60;

export const load: PageServerLoad = ({ locals, params, url }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const now = new Date();
		const filter = url.searchParams.get('tim') ?? '';
		const [screen] = await listScreens(database, actor, now, idParameter(params.screen));
		if (!screen) error(404, 'notFound');
		return {
			...{ filter, now, screen },
			choice: await readActingUnits(database, actor, {
				...{ roles: ['administrator'], day: localDay(now), searchName: searchKey(filter) },
				...{ limit: unitsAtOnce, unitId: screen.unit.id },
			}),
		};
	});

export const actions: Actions = {
	change: async ({ locals, params, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		return administer(entered, async () => {
			await changeScreen(database, actor, idParameter(params.screen), entered);
			return { done: 'changed' as const };
		});
	},
	revoke: async ({ locals, params }) => {
		const { actor, database } = signedIn(locals);
		const answer = await administer({}, () =>
			revokeScreen(database, actor, idParameter(params.screen), new Date()),
		);
		if (answer) return answer;
		redirect(303, toAddress('/administration/screens', locals.locale));
	},
};
