import { error, fail, redirect } from '@sveltejs/kit';
import { toAddress } from '$lib/messages/addresses';
import { beginTexts } from '$lib/papers/official/begin-texts.server';
import { readChoice } from '$lib/papers/official/choice.server';
import { wholeNumber } from '$lib/contracts/text/address';
import { gatherReport, locateReport } from '$lib/papers/official/gather-report.server';
import { readTexts, saveTexts } from '$lib/papers/official/texts.server';
import { readBases, withBases } from '$lib/plans/directives/citations.server';
import { textFields, textValues } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, url }) =>
	pageData(async () => {
		if (!actor) error(401, 'signIn');
		const choice = await readChoice(handle.database, actor, url.searchParams, new Date());
		const { wanted } = choice;
		if (!wanted) return { ...choice, report: null };
		const report = await gatherReport(handle.database, actor, wanted);
		const begun = await beginTexts(handle.database, report);
		const { unit, span, lines, sources, householdsAsOf, compared } = report;
		const written = await readTexts(handle.database, unit, span, begun);
		const bases = await readBases(handle.database, unit.id);
		const figures = { span, lines, sources, householdsAsOf };
		return { ...choice, report: { unit, ...figures, compared, begun, bases, ...written } };
	});

export const actions: Actions = {
	default: ({ locals: { actor, handle, locale }, request, url }) =>
		pageData(async () => {
			if (!actor) return fail(401);
			const now = new Date();
			const { wanted } = await readChoice(handle.database, actor, url.searchParams, now);
			if (!wanted) error(404, 'notFound');
			const data = await request.formData();
			const typed = textFields(data);
			const { unit } = await locateReport(handle.database, actor, wanted);
			const chosen = textValues(data, 'basis').flatMap((id) => wholeNumber(id) ?? []);
			const text = typed['legalBases'] ?? '';
			const legalBases = await withBases(handle.database, unit.id, text, chosen);
			const entered: Record<string, string> = { ...typed, legalBases };
			const saved = await saveTexts(handle.database, actor, wanted, entered, now);
			if ('faults' in saved) return fail(422, { ...saved, entered });
			if (entered['then'] !== 'draft') return { saved: true };
			redirect(303, `${toAddress('/reports/official/draft', locale)}?${url.searchParams}`);
		}),
};
