import { fail, type RequestEvent } from '@sveltejs/kit';
import { localDay } from '$lib/contracts/local-time';
import { answerFinding, returnFinding } from '$lib/plans/inspections/answer.server';
import { findingFromForm } from '$lib/plans/inspections/form';
import { readInspection } from '$lib/plans/inspections/read.server';
import { idParameter, textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const now = new Date();
		const id = idParameter(params.inspection);
		return {
			inspection: await readInspection(handle.database, actor, id, now),
			today: localDay(now),
		};
	});

const verbs = { answer: answerFinding, giveBack: returnFinding };

const take =
	(verb: keyof typeof verbs) =>
	async ({ locals: { actor, handle }, params, request }: RequestEvent<{ inspection: string }>) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer({ ...entered, verb }, async () => {
			const id = idParameter(params.inspection);
			await verbs[verb](handle.database, actor, id, findingFromForm(entered), new Date());
			return { done: verb };
		});
	};

export const actions: Actions = { answer: take('answer'), giveBack: take('giveBack') };
