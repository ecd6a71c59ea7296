import { fail, type RequestEvent } from '@sveltejs/kit';
import { localDay } from '$lib/contracts/local-time';
import { changeTask, dropTask } from '$lib/plans/change-task.server';
import { finishTask, reopenTask } from '$lib/plans/finish-task.server';
import { taskFromForm, turnFromForm } from '$lib/plans/form';
import { readTask } from '$lib/plans/read-task.server';
import { idParameter, textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const ids = { planId: idParameter(params.plan), taskId: idParameter(params.task) };
		return { task: await readTask(handle.database, actor, ids), today: localDay(new Date()) };
	});

const verbs = { finish: finishTask, reopen: reopenTask, change: changeTask, drop: dropTask };

const take =
	(verb: keyof typeof verbs) =>
	async ({ locals: { actor, handle }, params, request }: RequestEvent<{ task: string }>) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		const input =
			verb === 'finish' || verb === 'reopen' ? turnFromForm(entered) : taskFromForm(entered);
		return formAnswer({ ...entered, verb }, async () => {
			await verbs[verb](handle.database, actor, idParameter(params.task), input, new Date());
			return { done: verb };
		});
	};

export const actions: Actions = {
	finish: take('finish'),
	reopen: take('reopen'),
	change: take('change'),
	drop: take('drop'),
};
