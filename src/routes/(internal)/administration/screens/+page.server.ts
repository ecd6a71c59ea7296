import { redirect, type RequestEvent } from '@sveltejs/kit';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { readActingUnits } from '$lib/admin-units/access/acting-units.server';
import { localDay } from '$lib/contracts/local-time';
import { searchKey } from '$lib/contracts/text/search-key';
import { toAddress } from '$lib/messages/addresses';
import { findPairing } from '$lib/screens/find-pairing.server';
import { listScreens } from '$lib/screens/list-screens.server';
import { approveByForm, refuseByForm } from '$lib/screens/pair-by-form.server';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const unitsAtOnce = 60;

/** The database, and who decides on a screen from where. */
function asking({ locals, getClientAddress }: Pick<RequestEvent, 'locals' | 'getClientAddress'>) {
	const { actor, database } = signedIn(locals);
	return { database, asker: { actor, address: getClientAddress() } };
}

export const load: PageServerLoad = (event) =>
	pageData(async () => {
		const { database, asker } = asking(event);
		const { searchParams } = event.url;
		const now = new Date();
		const code = searchParams.get('ma')?.trim() ?? '';
		const filter = searchParams.get('tim') ?? '';
		return {
			...{ code, filter, now },
			found: code === '' ? null : await findPairing(database, asker, code, now),
			choice: await readActingUnits(database, asker.actor, {
				...{ roles: ['administrator'], day: localDay(now), searchName: searchKey(filter) },
				limit: unitsAtOnce,
			}),
			screens: await listScreens(database, asker.actor, now),
		};
	});

export const actions: Actions = {
	approve: async (event) => {
		const { database, asker } = asking(event);
		const answer = await approveByForm(database, asker, textFields(await event.request.formData()));
		if (typeof answer !== 'number') return answer;
		redirect(303, toAddress(`/administration/screens/${answer}`, event.locals.locale));
	},
	refuse: async (event) => {
		const { database, asker } = asking(event);
		return refuseByForm(database, asker, textFields(await event.request.formData()));
	},
};
