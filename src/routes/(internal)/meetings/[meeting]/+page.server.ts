import { fail, type RequestEvent } from '@sveltejs/kit';
import { cancelMeeting } from '$lib/plans/meetings/call.server';
import { decisionFromForm, recordFromForm } from '$lib/plans/meetings/form';
import { readMeeting } from '$lib/plans/meetings/read.server';
import { assignDecision, recordMeeting } from '$lib/plans/meetings/record.server';
import { idParameter, textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		return { meeting: await readMeeting(handle.database, actor, idParameter(params.meeting)) };
	});

const verbs = {
	record: [recordMeeting, recordFromForm],
	assign: [assignDecision, decisionFromForm],
	cancel: [cancelMeeting, (entered: Record<string, string>): unknown => entered],
} as const;

const take =
	(verb: keyof typeof verbs) =>
	async ({ locals: { actor, handle }, params, request }: RequestEvent<{ meeting: string }>) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		const [act, read] = verbs[verb];
		return formAnswer({ ...entered, verb }, async () => {
			const id = idParameter(params.meeting);
			await act(handle.database, actor, id, read(entered), new Date());
			return { done: verb };
		});
	};

export const actions: Actions = {
	record: take('record'),
	assign: take('assign'),
	cancel: take('cancel'),
};
