import { localDay } from '$lib/contracts/local-time';
import { uploadedFile } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import { assignHouseholds } from '$lib/teams/households/assign-households.server';
import { householdsFromForm } from '$lib/teams/households/households';
import { parseTeamsQuery } from '$lib/teams/list/query';
import { undoMerger } from '$lib/teams/merger/undo-merger.server';
import { paperFromForm } from '$lib/teams/papers/paper-form';
import { addPaper, removePaper } from '$lib/teams/papers/papers.server';
import { confirmRoster } from '$lib/teams/team/confirm-roster.server';
import { openTeamPage } from '$lib/teams/team/open-page.server';
import { reopenTeam } from '$lib/teams/team/reopen-team.server';
import type { Actions, PageServerLoad } from './$types';
import { formAction, idOf, signedIn } from '../attempt.server';

export const load: PageServerLoad = ({ locals, params, url }) =>
	pageData(() => {
		const { actor, database } = signedIn(locals);
		const day = parseTeamsQuery(url.searchParams).day ?? localDay(new Date());
		return openTeamPage(database, actor, idOf(params.team), day);
	});

export const actions: Actions = {
	assignHouseholds: formAction(async ({ actor, database, params, entered }) => {
		await assignHouseholds(database, actor, idOf(params['team']), householdsFromForm(entered));
		return { done: 'householdsAssigned' as const };
	}),
	addPaper: formAction(async ({ actor, database, params, entered, data }) => {
		const upload = uploadedFile(data, 'file');
		await addPaper(database, actor, idOf(params['team']), paperFromForm(entered), upload);
		return { done: 'paperAdded' as const };
	}),
	removePaper: formAction(async ({ actor, database, params, entered: { paper } }) => {
		await removePaper(database, actor, idOf(params['team']), idOf(paper));
		return { done: 'paperRemoved' as const };
	}),
	reopen: formAction(async ({ actor, database, params, entered: { reason = '' } }) => {
		await reopenTeam(database, actor, idOf(params['team']), reason, new Date());
		return { done: 'reopened' as const };
	}),
	confirmRoster: formAction(async ({ actor, database, params, entered: { day = '' } }) => {
		await confirmRoster(database, actor, idOf(params['team']), day === '' ? null : day);
		return { done: 'rosterConfirmed' as const };
	}),
	undoMerger: formAction(async ({ actor, database, entered: { merger } }) => {
		await undoMerger(database, actor, idOf(merger), new Date());
		return { done: 'mergerUndone' as const };
	}),
};
