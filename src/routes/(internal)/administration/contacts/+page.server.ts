import { administer } from '$lib/accounts/administration/administer.server';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { readActingUnits } from '$lib/admin-units/access/acting-units.server';
import { readContacts } from '$lib/admin-units/contacts/read-contacts.server';
import { saveContact } from '$lib/admin-units/contacts/save-contact.server';
import { wholeNumber } from '$lib/contracts/text/address';
import { localDay } from '$lib/contracts/local-time';
import { searchKey } from '$lib/contracts/text/search-key';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const shownAtOnce = 60;

export const load: PageServerLoad = ({ locals, url }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const filter = url.searchParams.get('tim') ?? '';
		const unitId = wholeNumber(url.searchParams.get('don-vi'));
		const found = await readActingUnits(database, actor, {
			...{ roles: ['administrator'], day: localDay(new Date()), searchName: searchKey(filter) },
			limit: shownAtOnce,
			...(unitId === null ? {} : { unitId }),
		});
		const unit = found.units.find(({ id }) => id === unitId) ?? found.units[0];
		return {
			...found,
			filter,
			unit: unit ?? null,
			contacts: unit ? await readContacts(database, unit.id) : [],
		};
	});

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		const unitId = wholeNumber(entered['unit'] ?? null) ?? 0;
		return administer(entered, async () => ({
			done: await saveContact(database, actor, unitId, entered, new Date()),
		}));
	},
};
