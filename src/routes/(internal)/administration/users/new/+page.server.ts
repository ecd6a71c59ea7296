import { addAccount } from '$lib/accounts/add-account.server';
import { administer } from '$lib/accounts/administer.server';
import { generatePassword } from '$lib/accounts/password.server';
import { signedIn } from '$lib/accounts/signed-in.server';
import { requireGrant } from '$lib/admin-units/require-grant.server';
import { textFields } from '$lib/server/form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ unit: url.searchParams.get('don-vi') ?? '' });

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		return administer(entered, async () => {
			const grant = await requireGrant(database, entered, new Date());
			const password = generatePassword();
			const name = (entered['name'] ?? '').trim().toLowerCase();
			await addAccount(database, actor, {
				name,
				displayName: entered['displayName'] ?? '',
				email: entered['email'] ?? '',
				password,
				grants: [grant],
			});
			return { added: { name, password } };
		});
	},
};
