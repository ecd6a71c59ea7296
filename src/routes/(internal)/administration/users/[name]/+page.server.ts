import {
	accountActs,
	type AccountForm,
	type Done,
} from '$lib/accounts/administration/act-on-account.server';
import { administer } from '$lib/accounts/administration/administer.server';
import { grantRole } from '$lib/accounts/administration/change-grants.server';
import { readAccount } from '$lib/accounts/administration/find-accounts.server';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { requireGrant } from '$lib/admin-units/access/require-grant.server';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const account = await readAccount(database, actor, params.name);
		return { account, own: account.id === actor.accountId };
	});

const action =
	(act: (form: AccountForm) => Promise<Done>) =>
	async ({ locals, params, request }: RequestEvent) => {
		const entered = textFields(await request.formData());
		const form = { ...signedIn(locals), name: params.name, entered };
		return administer(entered, async () => ({ done: await act(form) }));
	};

export const actions: Actions = {
	update: action(accountActs.update),
	grant: action(async ({ database, actor, name, entered }) => {
		await grantRole(database, actor, name, await requireGrant(database, entered, new Date()));
		return { kind: 'granted' };
	}),
	withdraw: action(accountActs.withdraw),
	reset: action(accountActs.reset),
	endSessions: action(accountActs.endSessions),
	resetSecondFactor: action(accountActs.resetSecondFactor),
	disable: action(accountActs.disable),
	enable: action(accountActs.enable),
};
