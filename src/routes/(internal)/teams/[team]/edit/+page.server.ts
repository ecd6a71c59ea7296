import { redirect } from '@sveltejs/kit';
import { toAddress } from '$lib/messages/addresses';
import { pageData } from '$lib/server/http';
import { requireKeeper } from '$lib/teams/keepers.server';
import { readNaming } from '$lib/teams/naming/naming.server';
import { saveTeams } from '$lib/teams/save-teams.server';
import { closeTeam } from '$lib/teams/team/close-team.server';
import { readTeamFacts } from '$lib/teams/team/read-team.server';
import { teamFromForm } from '$lib/teams/team/team-form';
import type { Actions, PageServerLoad } from './$types';
import { formAction, idOf, signedIn } from '../../attempt.server';

export const load: PageServerLoad = ({ locals, params }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const id = idOf(params.team);
		const { decides } = await requireKeeper(database, actor, id);
		const team = await readTeamFacts(database, id);
		return { team, decides, labels: (await readNaming(database, team.unit.id)).labels };
	});

export const actions: Actions = {
	save: formAction(async ({ actor, database, params, entered, locale }) => {
		const id = idOf(params['team']);
		const { unitId } = await requireKeeper(database, actor, id);
		const { closedOn } = await readTeamFacts(database, id);
		await saveTeams(database, actor, [{ id, unitId, closedOn, ...teamFromForm(entered) }]);
		redirect(303, `${toAddress(`/teams/${id}`, locale)}?da-sua`);
	}),
	close: formAction(async ({ actor, database, params, entered: { closedOn = '' }, locale }) => {
		const id = idOf(params['team']);
		await closeTeam(database, actor, id, closedOn);
		redirect(303, `${toAddress(`/teams/${id}`, locale)}?da-ket-thuc`);
	}),
};
