import { redirect } from '@sveltejs/kit';
import { writableUnit } from '$lib/teams/team/writable-unit.server';
import { toAddress } from '$lib/messages/addresses';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import { parseTeamsQuery } from '$lib/teams/list/query';
import { readNaming } from '$lib/teams/naming/naming.server';
import { foundTeam } from '$lib/teams/team/found-team.server';
import { teamFromForm } from '$lib/teams/team/team-form';
import type { Actions, PageServerLoad } from './$types';
import { attempt, idOf, signedIn } from '../attempt.server';

export const load: PageServerLoad = ({ locals, url }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const unitId = idOf(url.searchParams.get('don-vi') ?? undefined);
		const unit = await writableUnit(database, actor, unitId);
		const kind = parseTeamsQuery(url.searchParams).kind ?? 'cnscd';
		return { unit, kind, labels: (await readNaming(database, unit.id)).labels };
	});

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		const unitId = idOf(url.searchParams.get('don-vi') ?? undefined);
		let id = 0;
		const refused = await attempt(entered, async () => {
			id = await foundTeam(
				database,
				actor,
				{ unitId, ...teamFromForm(entered) },
				entered['decision']?.trim() ?? '',
			);
		});
		if (refused) return refused;
		redirect(303, `${toAddress(`/teams/${id}`, locals.locale)}?da-lap`);
	},
};
