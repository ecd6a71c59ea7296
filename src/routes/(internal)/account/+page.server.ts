import { fail } from '@sveltejs/kit';
import { administer } from '$lib/accounts/administer.server';
import { changePassword } from '$lib/accounts/change-password.server';
import { readOwnAccount } from '$lib/accounts/read-own-account.server';
import { revokeToken } from '$lib/accounts/revoke-token.server';
import { newAppSecret, parseAppSecret, provisioningUri } from '$lib/accounts/second-factor.server';
import { setUpSecondFactor } from '$lib/accounts/set-up-second-factor.server';
import { signOutElsewhere } from '$lib/accounts/sign-out-elsewhere.server';
import { signedIn } from '$lib/accounts/signed-in.server';
import { changeOwnEmail } from '$lib/accounts/update-account.server';
import { NotFoundError } from '$lib/server/errors';
import { textFields } from '$lib/server/form';
import { qrCode } from '$lib/server/qr';
import type { Actions, PageServerLoad } from './$types';

/** What is shown to an app: the secret as text and as a QR code. */
const shown = (secret: string, name: string) => ({
	secret,
	qr: qrCode(provisioningUri(secret, name)),
});

export const load: PageServerLoad = async ({ locals }) => {
	const { actor, database, sessionHash } = signedIn(locals);
	return { name: actor.name, ...(await readOwnAccount(database, actor, sessionHash)) };
};

export const actions: Actions = {
	changePassword: async ({ getClientAddress, locals, request }) => {
		const { actor, database, sessionHash } = signedIn(locals);
		const { current = '', next = '', repeated = '' } = textFields(await request.formData());
		const address = getClientAddress();
		const given = { current, next, repeated, address, sessionHash };
		const result = await changePassword(database, actor, given);
		const status = result.ok || result.fault !== 'wait' ? 400 : 429;
		return result.ok ? { password: result } : fail(status, { password: result });
	},
	changeEmail: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		return administer(entered, async () => {
			await changeOwnEmail(database, actor, entered['email'] ?? '');
			return { email: 'saved' as const };
		});
	},
	beginSecondFactor: ({ locals }) => ({
		setUp: shown(newAppSecret(), signedIn(locals).actor.name),
	}),
	secondFactor: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const given = textFields(await request.formData());
		const secret = parseAppSecret(given['secret']);
		const code = given['code'] ?? '';
		const result = await setUpSecondFactor(database, actor, { secret, code });
		if (result.ok) return { recoveryCodes: result.recoveryCodes };
		const setUp = secret === null ? null : shown(secret, actor.name);
		return fail(result.fault === 'wait' ? 429 : 400, { setUp, secondFactor: result });
	},
	signOutElsewhere: async ({ locals }) => {
		const { actor, database, sessionHash } = signedIn(locals);
		return { ended: await signOutElsewhere(database, actor, sessionHash) };
	},
	revokeToken: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const id = Number(textFields(await request.formData())['id']);
		try {
			await revokeToken(database, actor, Number.isInteger(id) ? id : 0);
		} catch (thrown) {
			if (!(thrown instanceof NotFoundError)) throw thrown;
			return fail(404, { token: 'notFound' as const });
		}
		return { token: 'revoked' as const };
	},
};
