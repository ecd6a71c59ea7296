import { readCriteriaHashes, readFreezeNote } from '$lib/awards/freeze/read.server';
import { findSeason } from '$lib/awards/season/read.server';
import { NotFoundError } from '$lib/server/errors';
import { idParameter } from '$lib/server/form';
import { pageData } from '$lib/server/http';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { handle }, params }) =>
	pageData(async () => {
		const season = await findSeason(handle.database, idParameter(params.season));
		if (!season) throw new NotFoundError('There is no such season.');
		const note = await readFreezeNote(handle.database, season.id);
		return {
			season: { id: season.id, name: season.name },
			hash: note?.hash ?? null,
			criteriaHashes: await readCriteriaHashes(handle.database, season.id),
		};
	});
