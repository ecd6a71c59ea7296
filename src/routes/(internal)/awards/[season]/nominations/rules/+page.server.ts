import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { ruleFromForm } from '$lib/awards/nominations/form';
import { readDossierRule, setDossierRule } from '$lib/awards/nominations/rule.server';
import { readSeason } from '$lib/awards/season/read.server';
import { idParameter, textFields, textValues } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const { id, keeps, sits } = await readSeason(database, actor, idParameter(params.season));
		return { seasonId: id, rule: await readDossierRule(database, id), sets: keeps || sits };
	});

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { actor, database } = signedIn(locals);
		const data = await request.formData();
		const entered = textFields(data);
		return formAnswer(entered, async () => {
			const input = ruleFromForm(entered, (name) => textValues(data, name));
			await setDossierRule(database, actor, idParameter(params.season), input);
			return { done: true };
		});
	},
};
