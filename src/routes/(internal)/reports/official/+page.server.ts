import { error, fail, redirect } from '@sveltejs/kit';
import { toAddress } from '$lib/messages/addresses';
import { readChoice } from '$lib/papers/official/choice.server';
import { gatherReport } from '$lib/papers/official/gather-report.server';
import { readRaisedTexts, readTexts, saveTexts } from '$lib/papers/official/texts.server';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, url }) =>
	pageData(async () => {
		if (!actor) error(401, 'signIn');
		const choice = await readChoice(handle.database, actor, url.searchParams, new Date());
		const { wanted } = choice;
		if (!wanted) return { ...choice, report: null };
		const { unit, span, previous, lines } = await gatherReport(handle.database, actor, wanted);
		const texts = await readTexts(handle.database, unit, span);
		const raised = await readRaisedTexts(handle.database, unit.id, span);
		return { ...choice, report: { unit, span, previous, lines, texts, raised } };
	});

export const actions: Actions = {
	default: ({ locals: { actor, handle, locale }, request, url }) =>
		pageData(async () => {
			if (!actor) return fail(401);
			const now = new Date();
			const { wanted } = await readChoice(handle.database, actor, url.searchParams, now);
			if (!wanted) error(404, 'notFound');
			const entered = textFields(await request.formData());
			const saved = await saveTexts(handle.database, actor, wanted, entered, now);
			if ('faults' in saved) return fail(422, { ...saved, entered });
			if (entered['then'] !== 'draft') return { saved: true };
			redirect(303, `${toAddress('/reports/official/draft', locale)}?${url.searchParams}`);
		}),
};
