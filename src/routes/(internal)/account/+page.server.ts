import { changeEmailByForm } from '$lib/accounts/own-account/change-email-by-form.server';
import { readOwnAccount } from '$lib/accounts/own-account/read-own-account.server';
import { setUpByForm } from '$lib/accounts/second-factor/set-up-by-form.server';
import { showAppSecret } from '$lib/accounts/second-factor/show-app-secret.server';
import { signOutElsewhere } from '$lib/accounts/sessions/sign-out-elsewhere.server';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { changePasswordByForm } from '$lib/accounts/sign-in/change-password-by-form.server';
import { revokeTokenByForm } from '$lib/accounts/tokens/revoke-by-form.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { actor, database, sessionHash } = signedIn(locals);
	return { name: actor.name, ...(await readOwnAccount(database, actor, sessionHash)) };
};

export const actions: Actions = {
	changePassword: changePasswordByForm,
	changeEmail: changeEmailByForm,
	beginSecondFactor: ({ locals }) => ({ setUp: showAppSecret(signedIn(locals).actor.name) }),
	secondFactor: setUpByForm,
	signOutElsewhere: async ({ locals }) => {
		const { actor, database, sessionHash } = signedIn(locals);
		return { ended: await signOutElsewhere(database, actor, sessionHash) };
	},
	revokeToken: revokeTokenByForm,
};
