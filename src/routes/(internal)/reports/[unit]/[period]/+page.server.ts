import { randomUUID } from 'node:crypto';
import { fail } from '@sveltejs/kit';
import { reportableCodes } from '$lib/indicators/rules.server';
import { decideReports } from '$lib/reports/decide.server';
import { reportFromForm } from '$lib/reports/form';
import { readReportForm } from '$lib/reports/read-report-form.server';
import { isOutdated } from '$lib/reports/roll-up/read-roll-up.server';
import { submitReports } from '$lib/reports/submit.server';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	pageData(async () => {
		if (!locals.actor) throw new Error('The route policy lets nobody in without an account.');
		const { database } = locals.handle;
		const form = await readReportForm(database, locals.actor, params, locals.locale);
		return {
			...form,
			outdated: await isOutdated(database, form.report),
			accountId: locals.actor.accountId,
			clientId: randomUUID(),
		};
	});

export const actions: Actions = {
	submit: async ({ locals, params, request }) => {
		if (!locals.actor) return fail(401);
		const entered = textFields(await request.formData());
		const input = reportFromForm(entered, {
			...params,
			indicators: [...reportableCodes],
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
