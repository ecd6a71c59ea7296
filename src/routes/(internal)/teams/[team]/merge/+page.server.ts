import { redirect } from '@sveltejs/kit';
import { localDay } from '$lib/contracts/local-time';
import { toAddress } from '$lib/messages/addresses';
import { textFields, textValues } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import { readCandidates } from '$lib/teams/merger/candidates.server';
import { mergeTeams } from '$lib/teams/merger/merge-teams.server';
import { mergerFromForm } from '$lib/teams/merger/merger-form';
import { previewMerger } from '$lib/teams/merger/preview.server';
import { readNaming } from '$lib/teams/naming/naming.server';
import type { Actions, PageServerLoad } from './$types';
import { formAction, idOf, signedIn } from '../../attempt.server';

/** What was typed, with every team that was ticked. */
const enteredOf = (data: FormData): Record<string, string> => ({
	...textFields(data),
	teams: textValues(data, 'teamIds').join(' '),
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
	preview: formAction(async ({ actor, database, entered, data }) => {
		return { entered, preview: await previewMerger(database, actor, mergerFromForm(data)) };
	}, enteredOf),
	merge: formAction(async ({ actor, database, data, locale }) => {
		const id = await mergeTeams(database, actor, mergerFromForm(data), new Date());
		redirect(303, `${toAddress(`/teams/${id}`, locale)}?da-sap-nhap`);
	}, enteredOf),
};
