import { fail } from '@sveltejs/kit';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { pageNumber } from '$lib/contracts/text/address';
import { confirmImport } from '$lib/papers/roster/confirm-import.server';
import { isRowState, readImport } from '$lib/papers/roster/read-import.server';
import { ConflictError } from '$lib/server/errors';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const asked = url.searchParams.get('dong');
		const state = isRowState(asked) ? asked : undefined;
		const page = pageNumber(url.searchParams);
		const preview = await readImport(database, actor, params.import, { state, page });
		return { preview, state: state ?? null };
	});

export const actions: Actions = {
	default: ({ locals, params }) =>
		pageData(async () => {
			const { actor, database } = signedIn(locals);
			try {
				const stored = await confirmImport(database, actor, params.import, new Date());
				return stored ? { stored } : fail(409, { refused: 'moved' as const });
			} catch (thrown) {
				if (thrown instanceof ConflictError)
					return fail(409, { refused: 'confirmedBefore' as const });
				throw thrown;
			}
		}),
};
