import { fail, type RequestEvent } from '@sveltejs/kit';
import type { TicketStep } from '$lib/contracts/tickets';
import { idParameter, textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import { answerTicket } from '$lib/tickets/answer.server';
import { closeTicket } from '$lib/tickets/close.server';
import { readTicket } from '$lib/tickets/read.server';
import { reopenTicket } from '$lib/tickets/reopen.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, params, url }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const id = idParameter(params.ticket);
		return {
			ticket: await readTicket(handle.database, actor, id, new Date()),
			justRaised: url.searchParams.has('da-gui'),
		};
	});

const verbs = { answer: answerTicket, close: closeTicket, reopen: reopenTicket } as const;
const stepOf = { answer: 'answered', close: 'closed', reopen: 'reopened' } as const;

const take =
	(verb: keyof typeof verbs) =>
	async ({ locals: { actor, handle }, params, request }: RequestEvent<{ ticket: string }>) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer({ ...entered, verb }, async () => {
			await verbs[verb](handle.database, actor, idParameter(params.ticket), entered, new Date());
			const done: TicketStep = stepOf[verb];
			return { done };
		});
	};

export const actions: Actions = {
	answer: take('answer'),
	close: take('close'),
	reopen: take('reopen'),
};
