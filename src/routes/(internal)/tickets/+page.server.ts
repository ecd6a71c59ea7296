import { fail } from '@sveltejs/kit';
import { mayOpen } from '$lib/accounts/policy.server';
import { ticketCategories, ticketKinds, ticketStates } from '$lib/contracts/tickets';
import { textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import { ruleFromForm } from '$lib/tickets/form';
import { listTickets } from '$lib/tickets/list.server';
import { readSettableRules, setTicketRule } from '$lib/tickets/rule.server';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 30;
const levels = ['commune', 'district', 'province'] as const;

export const load: PageServerLoad = ({ locals: { actor, handle }, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const chosen = <Value extends string>(name: string, known: readonly Value[]) =>
			known.find((value) => value === url.searchParams.get(name)) ?? null;
		const page = Math.min(10_000, Math.max(1, Number(url.searchParams.get('trang')) | 0));
		const filter = {
			// What waits is what a visitor comes for.
			state: url.searchParams.has('tinh-trang') ? chosen('tinh-trang', ticketStates) : 'open',
			category: chosen('nhom', ticketCategories),
			kind: chosen('loai', ticketKinds),
			level: chosen('cap', levels),
		} as const;
		const selection = { ...filter, page, pageSize };
		const list = await listTickets(handle.database, actor, selection, new Date());
		return {
			...{ ...list, filter, levels, page },
			hasMore: list.total > page * pageSize,
			mayRaise: mayOpen('/(internal)/tickets/new', actor),
			rules: await readSettableRules(handle.database, actor),
		};
	});

export const actions: Actions = {
	rule: async ({ locals: { actor, handle }, request }) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			await setTicketRule(handle.database, actor, ruleFromForm(entered));
			return { saved: true };
		});
	},
};
