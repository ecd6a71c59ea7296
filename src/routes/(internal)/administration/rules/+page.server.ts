import { localDay } from '$lib/contracts/local-time';
import { readDocumentNames } from '$lib/plans/directives/citations.server';
import { pageData } from '$lib/server/http';
import { namingFromForm } from '$lib/teams/naming/naming';
import { saveNaming } from '$lib/teams/naming/naming.server';
import { readRulePage } from '$lib/teams/rules/read-page.server';
import { ruleFromForm } from '$lib/teams/rules/rule-form';
import { addRule, closeRule } from '$lib/teams/rules/save-rule.server';
import type { Actions, PageServerLoad } from './$types';
import { formAction, idOf, signedIn } from '../../teams/attempt.server';

export const load: PageServerLoad = ({ locals, url }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const asked = { template: url.searchParams.get('mau'), locale: locals.locale };
		return {
			...(await readRulePage(database, actor, asked, localDay(new Date()))),
			documents: await readDocumentNames(database, actor),
		};
	});

export const actions: Actions = {
	add: formAction(async ({ actor, database, entered }) => {
		await addRule(database, actor, ruleFromForm(entered));
		return { done: 'added' as const };
	}),
	close: formAction(async ({ actor, database, entered: { rule, validTo = '' } }) => {
		await closeRule(database, actor, idOf(rule), validTo);
		return { done: 'closed' as const };
	}),
	naming: formAction(async ({ actor, database, entered }) => {
		const unitId = idOf(entered['unitId']);
		await saveNaming(database, actor, { unitId, ...namingFromForm(entered) });
		return { done: 'named' as const };
	}),
};
