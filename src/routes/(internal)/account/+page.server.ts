import { error, fail } from '@sveltejs/kit';
import { changePassword } from '$lib/accounts/change-password.server';
import { listAccounts } from '$lib/accounts/list-accounts.server';
import { listSessions } from '$lib/accounts/list-sessions.server';
import { listTokens } from '$lib/accounts/list-tokens.server';
import { revokeToken } from '$lib/accounts/revoke-token.server';
import { signOutElsewhere } from '$lib/accounts/sign-out-elsewhere.server';
import { NotFoundError } from '$lib/server/errors';
import type { Actions, PageServerLoad } from './$types';

function signedIn({ actor, handle, sessionHash }: App.Locals) {
	if (!actor) error(403, 'forbidden');
	return { actor, database: handle.database, sessionHash };
}

const textOf = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '');

export const load: PageServerLoad = async ({ locals }) => {
	const { actor, database, sessionHash } = signedIn(locals);
	const [accounts, sessions, tokens] = await Promise.all([
		listAccounts(database, actor.accountId),
		listSessions(database, actor.accountId, sessionHash),
		listTokens(database, actor.accountId),
	]);
	return { name: actor.name, grants: accounts[0]?.grants ?? [], sessions, tokens };
};

export const actions: Actions = {
	changePassword: async ({ getClientAddress, locals, request }) => {
		const { actor, database, sessionHash } = signedIn(locals);
		const form = await request.formData();
		const result = await changePassword(database, actor, {
			current: textOf(form.get('current')),
			next: textOf(form.get('next')),
			repeated: textOf(form.get('repeated')),
			address: getClientAddress(),
			sessionHash,
		});
		const status = result.ok || result.fault !== 'wait' ? 400 : 429;
		return result.ok ? { password: result } : fail(status, { password: result });
	},
	signOutElsewhere: async ({ locals }) => {
		const { actor, database, sessionHash } = signedIn(locals);
		return { ended: await signOutElsewhere(database, actor, sessionHash) };
	},
	revokeToken: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const id = Number(textOf((await request.formData()).get('id')));
		try {
			await revokeToken(database, actor, Number.isInteger(id) ? id : 0);
		} catch (thrown) {
			if (!(thrown instanceof NotFoundError)) throw thrown;
			return fail(404, { token: 'notFound' as const });
		}
		return { token: 'revoked' as const };
	},
};
