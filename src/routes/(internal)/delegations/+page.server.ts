import { addDelegation, ownApprovals } from '$lib/accounts/delegations/add-delegation.server';
import { attemptDelegation } from '$lib/accounts/delegations/attempt-delegation.server';
import { listDelegations } from '$lib/accounts/delegations/list-delegations.server';
import { listDeputies } from '$lib/accounts/delegations/list-deputies.server';
import { revokeDelegation } from '$lib/accounts/delegations/revoke-delegation.server';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { unitsByIds } from '$lib/admin-units/home.server';
import { wholeNumber } from '$lib/contracts/text/address';
import { localDay } from '$lib/contracts/local-time';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const now = new Date();
		const unitIds = ownApprovals(actor);
		return {
			today: localDay(now),
			units: await unitsByIds(database, unitIds),
			deputies: await listDeputies(database, actor, unitIds),
			delegations: await listDelegations(database, actor, now),
		};
	});

export const actions: Actions = {
	add: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		return attemptDelegation(entered, async () => {
			await addDelegation(database, actor, entered, new Date());
			return { done: 'added' as const };
		});
	},
	revoke: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const { id } = textFields(await request.formData());
		return attemptDelegation({}, async () => {
			await revokeDelegation(database, actor, wholeNumber(id) ?? 0, new Date());
			return { done: 'revoked' as const };
		});
	},
};
