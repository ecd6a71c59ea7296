import { fail } from '@sveltejs/kit';
import { changeSetting } from '$lib/awards/season/change-setting.server';
import { settingFromForm } from '$lib/awards/season/form';
import { readSeason } from '$lib/awards/season/read.server';
import { currentSettings, readSettingHistory } from '$lib/awards/season/read-settings.server';
import { idParameter, textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const season = await readSeason(handle.database, actor, idParameter(params.season));
		const history = await readSettingHistory(handle.database, season.id);
		return { season, settings: currentSettings(history), history };
	});

export const actions: Actions = {
	default: async ({ locals: { actor, handle }, params, request }) => {
		if (!actor) return fail(401);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			const id = idParameter(params.season);
			await changeSetting(handle.database, actor, id, settingFromForm(entered), new Date());
			return { done: true };
		});
	},
};
