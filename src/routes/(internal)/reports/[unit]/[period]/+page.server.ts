import { fail } from '@sveltejs/kit';
import { catalogue } from '$lib/indicators/catalogue';
import { reportableCodes } from '$lib/indicators/rules.server';
import { decideReports } from '$lib/reports/decide.server';
import { reportFromForm } from '$lib/reports/form';
import { readReport } from '$lib/reports/read-report.server';
import { submitReports } from '$lib/reports/submit.server';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const indicators = catalogue.filter(({ code }) => reportableCodes.has(code));

export const load: PageServerLoad = ({ locals, params }) =>
	pageData(async () => {
		if (!locals.actor) throw new Error('The route policy lets nobody in without an account.');
		return {
			report: await readReport(locals.handle.database, locals.actor, params),
			accountId: locals.actor.accountId,
			indicators: indicators.map(({ code, group, name }) => ({
				code,
				group,
				name: name[locals.locale],
			})),
		};
	});

export const actions: Actions = {
	submit: async ({ locals, params, request }) => {
		if (!locals.actor) return fail(401);
		const entered = textFields(await request.formData());
		const input = reportFromForm(entered, {
			...params,
			indicators: indicators.map(({ code }) => code),
		});
		const now = new Date();
		const [result] = await submitReports(locals.handle.database, locals.actor, [input], {
			channel: 'form',
			now,
		});
		if (result?.status === 'accepted')
			return { received: { at: now.toISOString(), revision: result.revision } };
		return fail(422, { problems: result?.problems ?? [], entered });
	},
	decide: async ({ locals, params, request }) => {
		if (!locals.actor) return fail(401);
		const entered = textFields(await request.formData());
		const decision = entered['decision'] === 'approve' ? ('approve' as const) : ('return' as const);
		const comment = entered['comment']?.trim() ?? '';
		if (decision === 'return' && comment.length < 5)
			return fail(422, { refused: 'comment' as const, comment });
		const revision = Number(entered['revision']);
		const [result] = await decideReports(
			locals.handle.database,
			locals.actor,
			[{ ...params, decision, comment, revision }],
			new Date(),
		);
		if (result?.status === 'done') return { decided: decision };
		return fail(409, { refused: result?.reason ?? ('unknownReport' as const), comment });
	},
};
