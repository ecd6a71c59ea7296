import { localDay } from '$lib/contracts/local-time';
import { textFields } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import { undoMerger, undoObstacle } from '$lib/teams/merger/undo-merger.server';
import { parseTeamsQuery } from '$lib/teams/list/query';
import { addPaper, removePaper } from '$lib/teams/papers/papers.server';
import { openTeam } from '$lib/teams/team/open-team.server';
import { reopenObstacle, reopenTeam } from '$lib/teams/team/reopen-team.server';
import type { Actions, PageServerLoad } from './$types';
import { attempt, idOf, signedIn } from '../attempt.server';

export const load: PageServerLoad = ({ locals, params, url }) =>
	pageData(async () => {
		const { actor, database } = signedIn(locals);
		const day = parseTeamsQuery(url.searchParams).day ?? localDay(new Date());
		const page = await openTeam(database, actor, idOf(params.team), day);
		const made = page.mergers.find(
			({ result, undoneAt }) => result.id === page.team.id && undoneAt === null,
		);
		const obstacle =
			made && page.standing.decides ? await undoObstacle(database, made.id) : 'closed';
		const { closedOn } = page.team;
		return {
			page,
			undoable: obstacle === null ? (made?.id ?? null) : null,
			reopening:
				closedOn !== null && page.standing.decides
					? await reopenObstacle(database, page.team.id)
					: undefined,
		};
	});

export const actions: Actions = {
	addPaper: async ({ locals, params, request }) => {
		const { actor, database } = signedIn(locals);
		const data = await request.formData();
		const entered = textFields(data);
		const file = data.get('file');
		const year = entered['year']?.trim() ?? '';
		const paper = {
			kind: entered['kind'],
			number: entered['number'] ?? '',
			issuedOn: entered['issuedOn'] || null,
			year: year === '' ? null : Number(year),
		};
		const upload = file instanceof File && file.size > 0 ? file : null;
		const refused = await attempt(entered, () =>
			addPaper(database, actor, idOf(params.team), paper, upload),
		);
		return refused ?? { done: 'paperAdded' as const };
	},
	removePaper: async ({ locals, params, request }) => {
		const { actor, database } = signedIn(locals);
		const { paper } = textFields(await request.formData());
		const refused = await attempt({}, () =>
			removePaper(database, actor, idOf(params.team), idOf(paper)),
		);
		return refused ?? { done: 'paperRemoved' as const };
	},
	reopen: async ({ locals, params, request }) => {
		const { actor, database } = signedIn(locals);
		const entered = textFields(await request.formData());
		const refused = await attempt(entered, () =>
			reopenTeam(database, actor, idOf(params.team), entered['reason'] ?? '', new Date()),
		);
		return refused ?? { done: 'reopened' as const };
	},
	undoMerger: async ({ locals, request }) => {
		const { actor, database } = signedIn(locals);
		const { merger } = textFields(await request.formData());
		const refused = await attempt({}, () => undoMerger(database, actor, idOf(merger), new Date()));
		return refused ?? { done: 'mergerUndone' as const };
	},
};
