import { accountStates, findAccounts } from '$lib/accounts/find-accounts.server';
import { signedIn } from '$lib/accounts/signed-in.server';
import { roles } from '$lib/contracts/accounts';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url: { searchParams } }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const state = searchParams.get('tinh-trang');
		const filter = {
			search: searchParams.get('tim') ?? '',
			role: roles.find((role) => role === searchParams.get('vai-tro')) ?? null,
			state: accountStates.find((each) => each === state) ?? ('all' as const),
			page: Number(searchParams.get('trang')) || 1,
		};
		return { filter, list: await findAccounts(database, actor, filter) };
	});
