import { administer } from '$lib/accounts/administer.server';
import { grantRole, withdrawRole } from '$lib/accounts/change-grants.server';
import { disableAccount } from '$lib/accounts/disable-account.server';
import { enableAccount } from '$lib/accounts/enable-account.server';
import { endAccountSessions } from '$lib/accounts/end-account-sessions.server';
import { readAccount } from '$lib/accounts/find-accounts.server';
import { generatePassword } from '$lib/accounts/password.server';
import { resetAccount } from '$lib/accounts/reset-account.server';
import { resetSecondFactor } from '$lib/accounts/reset-second-factor.server';
import { signedIn } from '$lib/accounts/signed-in.server';
import { updateAccount } from '$lib/accounts/update-account.server';
import { requireGrant } from '$lib/admin-units/require-grant.server';
import { roles } from '$lib/contracts/accounts';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const account = await readAccount(database, actor, params.name);
		return { account, own: account.id === actor.accountId };
	});

type Done =
	| { kind: 'saved' | 'granted' | 'withdrawn' | 'secondFactorReset' | 'disabled' | 'enabled' }
	/** The password is shown once. */
	| { kind: 'reset'; password: string }
	| { kind: 'sessionsEnded'; count: number };

type Given = ReturnType<typeof signedIn> & { name: string; entered: Record<string, string> };

const action =
	(act: (given: Given) => Promise<Done>) =>
	async ({ locals, params, request }: RequestEvent) => {
		const entered = textFields(await request.formData());
		const given = { ...signedIn(locals), name: params.name, entered };
		return administer(entered, async () => ({ done: await act(given) }));
	};

export const actions: Actions = {
	update: action(async ({ database, actor, name, entered }) => {
		const { displayName = '', email = '' } = entered;
		await updateAccount(database, actor, name, { displayName, email });
		return { kind: 'saved' };
	}),
	grant: action(async ({ database, actor, name, entered }) => {
		const grant = await requireGrant(database, entered, new Date());
		await grantRole(database, actor, name, grant);
		return { kind: 'granted' };
	}),
	withdraw: action(async ({ database, actor, name, entered }) => {
		const role = roles.find((each) => each === entered['role']) ?? 'viewer';
		await withdrawRole(database, actor, name, { role, unitId: Number(entered['unitId']) || 0 });
		return { kind: 'withdrawn' };
	}),
	reset: action(async ({ database, actor, name }) => {
		const password = generatePassword();
		await resetAccount(database, actor, name, password);
		return { kind: 'reset', password };
	}),
	endSessions: action(async ({ database, actor, name }) => ({
		kind: 'sessionsEnded',
		count: await endAccountSessions(database, actor, name),
	})),
	resetSecondFactor: action(async ({ database, actor, name }) => {
		await resetSecondFactor(database, actor, name);
		return { kind: 'secondFactorReset' };
	}),
	disable: action(async ({ database, actor, name }) => {
		await disableAccount(database, actor, name);
		return { kind: 'disabled' };
	}),
	enable: action(async ({ database, actor, name }) => {
		await enableAccount(database, actor, name);
		return { kind: 'enabled' };
	}),
};
