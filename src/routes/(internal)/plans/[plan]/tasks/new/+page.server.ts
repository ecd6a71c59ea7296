import { error, fail, redirect } from '@sveltejs/kit';
import { localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { addTask } from '$lib/plans/add-task.server';
import { taskFromForm } from '$lib/plans/form';
import { readPlan } from '$lib/plans/read.server';
import { readAudiences } from '$lib/plans/task-audiences.server';
import { idParameter, textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const plan = await readPlan(handle.database, actor, idParameter(params.plan));
		if (!plan.mayChange) error(404, 'notFound');
		const holder = { unitId: plan.unit.id, isOfTeam: plan.team !== null };
		return {
			plan: { id: plan.id, title: plan.title, people: plan.people },
			audiences: await readAudiences(handle.database, holder, localDay(new Date())),
		};
	});

export const actions: Actions = {
	default: async ({ locals: { actor, handle, locale }, params, request }) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			const planId = idParameter(params.plan);
			await addTask(handle.database, actor, planId, taskFromForm(entered), new Date());
			redirect(303, `${toAddress(`/plans/${planId}`, locale)}?da-them`);
		});
	},
};
