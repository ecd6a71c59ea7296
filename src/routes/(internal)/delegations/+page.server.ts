import { fail } from '@sveltejs/kit';
import { addDelegation, ownApprovals } from '$lib/accounts/delegations/add-delegation.server';
import { listDelegations } from '$lib/accounts/delegations/list-delegations.server';
import { listDeputies } from '$lib/accounts/delegations/list-deputies.server';
import { revokeDelegation } from '$lib/accounts/delegations/revoke-delegation.server';
import { unitsByIds } from '$lib/admin-units/home.server';
import { localDay } from '$lib/contracts/local-time';
import { ForbiddenError, InvalidError, NotFoundError } from '$lib/server/errors';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle } }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const now = new Date();
		const unitIds = ownApprovals(actor);
		return {
			today: localDay(now),
			units: await unitsByIds(handle.database, unitIds),
			deputies: await listDeputies(handle.database, actor, unitIds),
			delegations: await listDelegations(handle.database, actor, now),
		};
	});

export const actions: Actions = {
	add: async ({ locals: { actor, handle }, request }) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		try {
			await addDelegation(handle.database, actor, entered, new Date());
			return { done: 'added' as const };
		} catch (error) {
			if (error instanceof ForbiddenError) return fail(403, { refused: 'forbidden', entered });
			if (!(error instanceof InvalidError)) throw error;
			return fail(422, { problems: error.problems, entered });
		}
	},
	revoke: async ({ locals: { actor, handle }, request }) => {
		if (!actor) return fail(401);
		const id = Number(textFields(await request.formData())['id']);
		try {
			await revokeDelegation(handle.database, actor, Number.isInteger(id) ? id : 0, new Date());
			return { done: 'revoked' as const };
		} catch (error) {
			if (!(error instanceof NotFoundError)) throw error;
			return fail(404, { refused: 'notFound' });
		}
	},
};
