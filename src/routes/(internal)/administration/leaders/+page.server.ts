import { addLeader } from '$lib/accounts/add-leader.server';
import { administer } from '$lib/accounts/administer.server';
import { issueLinks, linkLifetimeDays } from '$lib/accounts/issue-links.server';
import { hasUnitsBelow } from '$lib/accounts/leaders.server';
import { listLeaders, listUnitsBelow } from '$lib/accounts/list-leaders.server';
import { revokeLink } from '$lib/accounts/revoke-link.server';
import { signedIn } from '$lib/accounts/signed-in.server';
import { toAddress } from '$lib/messages/addresses';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import { qrCode } from '$lib/server/qr';
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

const unitsListed = 200;

export const load: PageServerLoad = ({ locals, url: { searchParams } }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const search = searchParams.get('tim') ?? '';
		const page = Number(searchParams.get('trang')) || 1;
		const units = await listUnitsBelow(database, actor, { search, limit: unitsListed });
		return {
			search,
			linkLifetimeDays,
			hasUnits: await hasUnitsBelow(database, actor),
			list: await listLeaders(database, actor, { search, page }),
			units,
			unitsCut: units.length === unitsListed,
		};
	});

export const actions: Actions = {
	issue: async ({ locals, request, url }) => {
		const { actor, database } = signedIn(locals);
		const data = await request.formData();
		const names = data.getAll('account').filter((name) => typeof name === 'string');
		if (names.length === 0) return fail(400, { noneChosen: true });
		return administer({}, async () => {
			const links = await issueLinks(database, actor, names);
			const slips = links.map((link) => {
				const address = url.origin + toAddress(`/sign-in/code/${link.code}`, locals.locale);
				return { ...link, address, qr: qrCode(address) };
			});
			const typedAt = url.host + toAddress('/sign-in/code', locals.locale);
			return { issued: { slips, typedAt } };
		});
	},
	revoke: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		return administer(entered, async () => {
			await revokeLink(database, actor, Number(entered['id']) || 0);
			return { revoked: true };
		});
	},
	add: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		const { displayName = '', unit } = entered;
		return administer(entered, async () => ({
			added: await addLeader(database, actor, { displayName, unitId: Number(unit) || 0 }),
		}));
	},
};
