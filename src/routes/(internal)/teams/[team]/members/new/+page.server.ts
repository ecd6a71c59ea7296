import { redirect } from '@sveltejs/kit';
import { localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import { requireKeeper } from '$lib/teams/keepers.server';
import { memberFromForm } from '$lib/teams/members/member-form';
import { saveMembers } from '$lib/teams/save-members.server';
import { readTeamFacts } from '$lib/teams/team/read-team.server';
import type { Actions, PageServerLoad } from './$types';
import { attempt, idOf, signedIn } from '../../../attempt.server';

export const load: PageServerLoad = ({ locals, params }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const id = idOf(params.team);
		await requireKeeper(database, actor, id);
		return { team: await readTeamFacts(database, id), today: localDay(new Date()) };
	});

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		const teamId = idOf(params.team);
		const { role, fromOn } = entered;
		const row = { ...memberFromForm(entered), teamId, role, fromOn };
		const refused = await attempt(entered, () => saveMembers(database, actor, [row]));
		if (refused) return refused;
		redirect(303, `${toAddress(`/teams/${teamId}`, locals.locale)}?da-them`);
	},
};
