import { fail, type RequestEvent } from '@sveltejs/kit';
import { answerFromForm } from '$lib/inquiries/answer-from-form.server';
import { readAnswer } from '$lib/inquiries/read-answer.server';
import { saveAnswer } from '$lib/inquiries/save-answer.server';
import { idParameter, textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

type Parameters = { inquiry: string; unit: string };
const idsOf = ({ inquiry, unit }: Parameters) => ({
	inquiryId: idParameter(inquiry),
	unitId: idParameter(unit),
});

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		return { answer: await readAnswer(handle.database, actor, idsOf(params)) };
	});

const take =
	(submit: boolean) =>
	({ locals: { actor, handle }, params, request }: RequestEvent<Parameters>) =>
		pageData(async () => {
			if (!actor) return fail(401);
			const data = await request.formData();
			const view = await readAnswer(handle.database, actor, idsOf(params));
			const given = answerFromForm(view.questions, data);
			const answered = await formAnswer(textFields(data), async () => {
				const answer = { ...idsOf(params), ...given, submit };
				await saveAnswer(handle.database, actor, answer, new Date());
				return { done: submit ? ('submitted' as const) : ('savedDraft' as const) };
			});
			return 'done' in answered
				? answered
				: fail(answered.status, { ...answered.data, answers: given.answers });
		});

export const actions: Actions = { submit: take(true), draft: take(false) };
