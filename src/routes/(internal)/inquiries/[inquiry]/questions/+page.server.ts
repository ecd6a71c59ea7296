import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { beginCorrection, dropCorrection, issueCorrection } from '$lib/inquiries/correction.server';
import { questionFromForm } from '$lib/inquiries/form';
import { dropQuestion, raiseQuestion, saveQuestion } from '$lib/inquiries/questions.server';
import { readInquiry } from '$lib/inquiries/read.server';
import { toAddress } from '$lib/messages/addresses';
import { idParameter, textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const inquiry = await readInquiry(handle.database, actor, idParameter(params.inquiry));
		if (!inquiry.mayChange || !['draft', 'sent'].includes(inquiry.state)) error(404, 'notFound');
		return { inquiry };
	});

type Verb = 'save' | 'drop' | 'raise' | 'begin' | 'issue' | 'forget';

const take =
	(verb: Verb) =>
	async ({ locals, params, request }: RequestEvent<{ inquiry: string }>) => {
		const { actor, handle, locale } = locals;
		const { database } = handle;
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer({ ...entered, verb }, async () => {
			const id = idParameter(params.inquiry);
			const key = entered['key'] ?? '';
			const question = questionFromForm(entered);
			if (verb === 'save') await saveQuestion(database, actor, id, key || null, question);
			else if (verb === 'drop') await dropQuestion(database, actor, id, key);
			else if (verb === 'raise') await raiseQuestion(database, actor, id, key);
			else if (verb === 'begin') await beginCorrection(database, actor, id);
			else if (verb === 'forget') await dropCorrection(database, actor, id);
			else await issueCorrection(database, actor, id, entered, new Date());
			if (verb === 'issue') redirect(303, `${toAddress(`/inquiries/${id}`, locale)}?da-dinh-chinh`);
			return { done: verb };
		});
	};

export const actions: Actions = {
	save: take('save'),
	drop: take('drop'),
	raise: take('raise'),
	begin: take('begin'),
	issue: take('issue'),
	forget: take('forget'),
};
