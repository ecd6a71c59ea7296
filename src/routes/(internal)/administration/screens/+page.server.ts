import { redirect } from '@sveltejs/kit';
import { administer } from '$lib/accounts/administration/administer.server';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { readActingUnits } from '$lib/admin-units/acting-units.server';
import { localDay } from '$lib/contracts/local-time';
import { searchKey } from '$lib/contracts/search-key';
import { toAddress } from '$lib/messages/addresses';
import { approvePairing } from '$lib/screens/approve-pairing.server';
import { attemptPairing } from '$lib/screens/attempt-pairing.server';
import { findPairing } from '$lib/screens/find-pairing.server';
import { listScreens } from '$lib/screens/list-screens.server';
import { refusePairing } from '$lib/screens/refuse-pairing.server';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const unitsAtOnce = 60;

export const load: PageServerLoad = ({ locals, url, getClientAddress }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const now = new Date();
		const code = url.searchParams.get('ma')?.trim() ?? '';
		const filter = url.searchParams.get('tim') ?? '';
		const asker = { actor, address: getClientAddress() };
		return {
			...{ code, filter, now },
			found: code === '' ? null : await findPairing(database, asker, code, now),
			choice: await readActingUnits(database, actor, {
				...{ roles: ['administrator'], day: localDay(now), searchName: searchKey(filter) },
				limit: unitsAtOnce,
			}),
			screens: await listScreens(database, actor, now),
		};
	});

export const actions: Actions = {
	approve: async ({ locals, request, getClientAddress }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		const asker = { actor, address: getClientAddress() };
		const now = new Date();
		const answer = await administer(entered, () =>
			attemptPairing(database, asker, entered, (code) =>
				approvePairing(database, actor, code, entered, now),
			),
		);
		if (typeof answer !== 'number') return answer;
		redirect(303, toAddress(`/administration/screens/${answer}`, locals.locale));
	},
	refuse: async ({ locals, request, getClientAddress }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		const asker = { actor, address: getClientAddress() };
		return administer(entered, async () => {
			await attemptPairing(database, asker, entered, (code) =>
				refusePairing(database, actor, code, new Date()),
			);
			return { done: 'refused' as const };
		});
	},
};
