import { addAccount } from '$lib/accounts/administration/add-account.server';
import { administer } from '$lib/accounts/administration/administer.server';
import { generatePassword } from '$lib/accounts/sign-in/password.server';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { requireGrant } from '$lib/admin-units/access/require-grant.server';
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
