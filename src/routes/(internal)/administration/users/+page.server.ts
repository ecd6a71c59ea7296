import { accountStates, findAccounts } from '$lib/accounts/administration/find-accounts.server';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { roles } from '$lib/contracts/accounts';
import { pageNumber } from '$lib/contracts/text/address';
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
			page: pageNumber(searchParams),
		};
		return { filter, list: await findAccounts(database, actor, filter) };
	});
