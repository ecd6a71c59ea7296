import { localDay } from '$lib/contracts/local-time';
import { teamKinds, teamLevels } from '$lib/contracts/teams';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import { readOwnNaming, saveNaming } from '$lib/teams/naming/naming.server';
import { readAdministered } from '$lib/teams/rules/administered.server';
import { documentRules } from '$lib/teams/rules/documents';
import { readListedRules } from '$lib/teams/rules/read-listed.server';
import { formOfRule, ruleFromForm } from '$lib/teams/rules/rule-form';
import { addRule, closeRule } from '$lib/teams/rules/save-rule.server';
import type { Actions, PageServerLoad } from './$types';
import { attempt, idOf, signedIn } from '../../teams/attempt.server';

export const load: PageServerLoad = ({ locals, url }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const today = localDay(new Date());
		const units = await readAdministered(database, actor, today);
		const province = units.find(({ level }) => level === 'province');
		const template = documentRules.find(({ code }) => code === url.searchParams.get('mau'));
		return {
			today,
			units,
			rules: await readListedRules(database, actor, units),
			templates: documentRules.map(({ code, document, clause, wordingVi, wordingEn }) => ({
				code,
				name: `${locals.locale === 'vi' ? wordingVi : wordingEn} (${document}, ${clause})`,
			})),
			template: template ? { ...formOfRule(template), validFrom: today } : null,
			province: province
				? { ...province, naming: await readOwnNaming(database, province.id) }
				: null,
		};
	});

export const actions: Actions = {
	add: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		const refused = await attempt(entered, () => addRule(database, actor, ruleFromForm(entered)));
		return refused ?? { done: 'added' as const };
	},
	close: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		const { rule, validTo } = entered;
		const refused = await attempt(entered, () =>
			closeRule(database, actor, idOf(rule), validTo ?? ''),
		);
		return refused ?? { done: 'closed' as const };
	},
	naming: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		const pick = (part: string, keys: readonly string[]) =>
			Object.fromEntries(keys.map((key) => [key, entered[`${part}.${key}`] ?? '']));
		const naming = {
			unitId: idOf(entered['unitId']),
			labels: pick('labels', teamKinds),
			zaloPatterns: pick('zaloPatterns', teamLevels),
		};
		const refused = await attempt(entered, () => saveNaming(database, actor, naming));
		return refused ?? { done: 'named' as const };
	},
};
