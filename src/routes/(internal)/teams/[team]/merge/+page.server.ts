import { redirect } from '@sveltejs/kit';
import { localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import { readCandidates } from '$lib/teams/merger/candidates.server';
import { mergeTeams } from '$lib/teams/merger/merge-teams.server';
import { mergerFromForm } from '$lib/teams/merger/merger-form';
import { previewMerger, type MergerPreview } from '$lib/teams/merger/preview.server';
import { readNaming } from '$lib/teams/naming/naming.server';
import type { Actions, PageServerLoad } from './$types';
import { attempt, idOf, signedIn } from '../../attempt.server';

/** What was typed, with every team that was ticked. */
const enteredOf = (data: FormData): Record<string, string> => ({
	...textFields(data),
	teams: data
		.getAll('teamIds')
		.filter((value) => typeof value === 'string')
		.join(' '),
});

export const load: PageServerLoad = ({ locals, params }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const teamId = idOf(params.team);
		const candidates = await readCandidates(database, actor, teamId);
		const { labels } = await readNaming(database, candidates[0]?.unit.id ?? 0);
		return { teamId, candidates, labels, today: localDay(new Date()) };
	});

export const actions: Actions = {
	preview: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const data = await request.formData();
		const entered = enteredOf(data);
		let preview: MergerPreview | null = null;
		const refused = await attempt(entered, async () => {
			preview = await previewMerger(database, actor, mergerFromForm(data));
		});
		return refused ?? { entered, preview };
	},
	merge: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const data = await request.formData();
		const entered = enteredOf(data);
		let id = 0;
		const refused = await attempt(entered, async () => {
			id = await mergeTeams(database, actor, mergerFromForm(data), new Date());
		});
		if (refused) return refused;
		redirect(303, toAddress(`/teams/${id}`, locals.locale));
	},
};
