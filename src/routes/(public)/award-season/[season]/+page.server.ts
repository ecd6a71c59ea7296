import { commentWindow, costOf, planSteps } from '$lib/awards/calendar/plan';
import { listPublishedCriteria } from '$lib/awards/criteria/read.server';
import { listLateApprovals } from '$lib/awards/freeze/late-approvals.server';
import { readFreezeNote } from '$lib/awards/freeze/read.server';
import { readWorkedExamples } from '$lib/awards/freeze/worked-example.server';
import { readPublicPeers } from '$lib/awards/peers/read-peers.server';
import { readPublicGroups } from '$lib/awards/peers/read-public-groups.server';
import { commentOnSeason } from '$lib/awards/public/comment.server';
import { readPublicList } from '$lib/awards/public/read-list.server';
import { findSeason } from '$lib/awards/season/read.server';
import { localDay } from '$lib/contracts/local-time';
import { NotFoundError } from '$lib/server/errors';
import { idParameter, textFields } from '$lib/server/form';
import { formAnswer, pageData } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { handle }, params, url }) =>
	pageData(async () => {
		const { database } = handle;
		const now = new Date();
		const season = await findSeason(database, idParameter(params.season));
		if (!season) throw new NotFoundError('There is no such season.');
		const steps = planSteps(season.year, season.settings);
		const note = await readFreezeNote(database, season.id);
		return {
			...{ season, steps, today: localDay(now), cost: costOf(steps, season) },
			criteria: await listPublishedCriteria(database, season.id),
			...{ hash: note?.hash ?? null, earlyReason: note?.earlyReason ?? '' },
			late: await listLateApprovals(database, season.id, 1),
			examples: await readWorkedExamples(database, season, now),
			peers: {
				...(await readPublicPeers(database, season.id)),
				...(await readPublicGroups(database, season.id, url.searchParams.get('xa') ?? '')),
			},
			comments: commentWindow(season.year, season.settings),
			list: await readPublicList(database, season.id, season.settings),
		};
	});

export const actions: Actions = {
	comment: async ({ getClientAddress, locals: { handle }, params, request }) => {
		const entered = textFields(await request.formData());
		return formAnswer(entered, async () => {
			const written = { text: entered['text'] ?? '', from: getClientAddress(), now: new Date() };
			const seasonId = idParameter(params.season);
			return { sent: await commentOnSeason(handle.database, seasonId, written) };
		});
	},
};
