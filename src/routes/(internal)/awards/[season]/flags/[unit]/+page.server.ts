import { mayOpen } from '$lib/accounts/access/policy.server';
import { signedIn } from '$lib/accounts/sessions/signed-in.server';
import { readFoundSamples } from '$lib/awards/back-checks/read-sample.server';
import { answerFlag } from '$lib/awards/flags/answer.server';
import { readUnitFlags } from '$lib/awards/flags/read.server';
import { idParameter, textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

const askedOf = ({ season, unit }: { season: string; unit: string }) => ({
	seasonId: idParameter(season),
	code: unit,
});

export const load: PageServerLoad = ({ locals, params }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const { seasonId } = askedOf(params);
		const noted = await readUnitFlags(database, actor, askedOf(params), new Date());
		return {
			noted,
			samples: await readFoundSamples(database, actor, { seasonId, unitId: noted.unit.id }),
			opensReports: mayOpen('/(internal)/reports/[unit]/[period]/history', actor),
		};
	});

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			await answerFlag(database, actor, askedOf(params), entered, new Date());
			return { done: true };
		});
	},
};
