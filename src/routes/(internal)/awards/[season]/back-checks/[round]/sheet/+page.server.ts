import { readItems } from '$lib/awards/back-checks/read-items.server';
import { readRound } from '$lib/awards/back-checks/read-rounds.server';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, handle }, params }) =>
	pageData(async () => {
		if (!actor) throw new Error('The route policy lets nobody in without an account.');
		const asked = { seasonId: idParameter(params.season), number: idParameter(params.round) };
		const { frame } = await readRound(handle.database, actor, asked);
		const items = await readItems(handle.database, actor, asked);
		const units = [...new Set(items.map(({ unitCode }) => unitCode))].map((unit) =>
			items.filter(({ unitCode }) => unitCode === unit),
		);
		return { ...asked, subject: frame.subject, units };
	});
