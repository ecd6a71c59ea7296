import { fail } from '@sveltejs/kit';
import { administer } from '$lib/accounts/administration/administer.server';
import { addLeader } from '$lib/accounts/leaders/add-leader.server';
import { issueSlips } from '$lib/accounts/leaders/issue-slips.server';
import { readLeaders } from '$lib/accounts/leaders/read-leaders.server';
import { revokeLink } from '$lib/accounts/leaders/revoke-link.server';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { pageNumber, wholeNumber } from '$lib/contracts/text/address';
import { app } from '$lib/server/app';
import { textFields, textValues } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import { linkOrigin } from '$lib/server/link-origin';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url: { searchParams } }) =>
	pageData(() => {
		const { actor, database } = signedIn(locals);
		const asked = { search: searchParams.get('tim') ?? '', page: pageNumber(searchParams) };
		return readLeaders(database, actor, asked);
	});

export const actions: Actions = {
	issue: async ({ locals, request, url }) => {
		const { actor, database } = signedIn(locals);
		const names = textValues(await request.formData(), 'account');
		if (names.length === 0) return fail(400, { noneChosen: true });
		const from = { origin: linkOrigin(app().config, url), locale: locals.locale };
		return administer({}, async () => ({ issued: await issueSlips(database, actor, names, from) }));
	},
	revoke: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		return administer(entered, async () => {
			await revokeLink(database, actor, wholeNumber(entered['id']) ?? 0);
			return { revoked: true };
		});
	},
	add: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		const { displayName = '', unit } = entered;
		const leader = { displayName, unitId: wholeNumber(unit) ?? 0 };
		return administer(entered, async () => ({ added: await addLeader(database, actor, leader) }));
	},
};
