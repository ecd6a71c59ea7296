import { fail, type RequestEvent } from '@sveltejs/kit';
import { wholeNumber } from '$lib/contracts/text/address';
import { localDay } from '$lib/contracts/local-time';
import { addBasis, addNewBasis, removeBasis } from '$lib/plans/add-basis.server';
import { readBasisChoices } from '$lib/plans/directives/list.server';
import { readPlan } from '$lib/plans/read.server';
import { idParameter, textFields, uploadedFile } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const plan = await readPlan(handle.database, actor, idParameter(params.plan));
		const choices = plan.mayChange ? await readBasisChoices(handle.database, plan.unit.id) : [];
		return { plan, choices, today: localDay(new Date()) };
	});

const turn =
	(verb: 'basis' | 'removeBasis') =>
	async ({ locals: { actor, handle }, params, request }: RequestEvent<{ plan: string }>) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer({ ...entered, verb }, async () => {
			const chosen = { directiveId: wholeNumber(entered['directiveId']) };
			const turned = verb === 'basis' ? addBasis : removeBasis;
			await turned(handle.database, actor, idParameter(params.plan), chosen, new Date());
			return { done: verb };
		});
	};

export const actions: Actions = {
	basis: turn('basis'),
	removeBasis: turn('removeBasis'),
	newBasis: async ({ locals: { actor, handle }, params, request }) => {
		if (!actor) return fail(401);
		const data = await request.formData();
		const entered = textFields(data);
		return formAnswer({ ...entered, verb: 'newBasis' }, async () => {
			const options = { file: uploadedFile(data, 'file'), now: new Date() };
			const planId = idParameter(params.plan);
			await addNewBasis(handle.database, actor, planId, { kind: '', ...entered }, options);
			return { done: 'newBasis' as const };
		});
	},
};
