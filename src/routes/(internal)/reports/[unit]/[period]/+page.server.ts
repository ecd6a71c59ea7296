import { randomUUID } from 'node:crypto';
import { fail } from '@sveltejs/kit';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { readReportForm } from '$lib/reports/form/read-report-form.server';
import { submitByForm } from '$lib/reports/form/submit-by-form.server';
import { decideByForm } from '$lib/reports/review/decide-by-form.server';
import { readDecision } from '$lib/reports/review/read-decision.server';
import { isOutdated } from '$lib/reports/roll-up/read-roll-up.server';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const form = await readReportForm(database, actor, params, locals.locale);
		return {
			...form,
			decision: await readDecision(database, actor, form.report, new Date()),
			outdated: await isOutdated(database, form.report),
			clientId: randomUUID(),
		};
	});

export const actions: Actions = {
	submit: async ({ locals, params, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		const answer = await submitByForm(database, actor, params, entered, new Date());
		if (answer.ok) return { received: answer.received };
		return fail(422, { problems: answer.problems, entered });
	},
	decide: async ({ locals, params, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		const answer = await decideByForm(database, actor, params, entered, new Date());
		if (answer.ok) return { decided: answer.decided };
		const { refused, comment } = answer;
		return fail(refused === 'comment' ? 422 : 409, { refused, comment });
	},
};
