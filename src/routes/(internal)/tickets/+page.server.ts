import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { pageNumber } from '$lib/contracts/text/address';
import { hasMore } from '$lib/contracts/pages';
import { textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import { filterLevels, parseTicketFilter } from '$lib/tickets/filter';
import { ruleFromForm } from '$lib/tickets/form';
import { listTickets } from '$lib/tickets/list.server';
import { raisesTickets } from '$lib/tickets/raise.server';
import { readSettableRules, setTicketRule } from '$lib/tickets/rule.server';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 30;

export const load: PageServerLoad = ({ locals, url }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const filter = parseTicketFilter(url.searchParams);
		const place = { page: pageNumber(url.searchParams), pageSize };
		const list = await listTickets(database, actor, { ...filter, ...place }, new Date());
		return {
			...{ ...list, filter, levels: filterLevels, page: place.page },
			hasMore: hasMore(list.total, place),
			mayRaise: await raisesTickets(database, actor),
			rules: await readSettableRules(database, actor),
		};
	});

export const actions: Actions = {
	rule: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			await setTicketRule(database, actor, ruleFromForm(entered));
			return { saved: true };
		});
	},
};
