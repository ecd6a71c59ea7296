import { listPublishedCriteria } from '$lib/awards/criteria/read.server';
import { listAllSeasons } from '$lib/awards/season/read.server';
import { error } from '@sveltejs/kit';
import { homeUnit } from '$lib/admin-units/home.server';
import { localDay } from '$lib/contracts/local-time';
import { smallestRanges } from '$lib/contracts/publication';
import { largestCover, smallestPublicCount } from '$lib/coverage/disclosure/versions';
import { readDueDays } from '$lib/reports/rules/read-due-days.server';
import { app } from '$lib/server/app';
import { chapters } from '../chapters';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { handle }, params }) => {
	const chapter = chapters.find((each) => each === params.chapter);
	if (!chapter) error(404, 'notFound');
	const today = localDay(new Date());
	const home = await homeUnit(handle.database, app().config.homeUnit, today);
	return {
		chapter,
		disclosure: {
			smallest: smallestPublicCount,
			least: smallestRanges.least,
			word: smallestPublicCount - 1,
			cover: largestCover,
		},
		...(await readDueDays(handle.database, home?.id, today)),
		seasons: (await listAllSeasons(handle.database)).map(({ id, name }) => ({ id, name })),
		criteria: await listPublishedCriteria(handle.database),
	};
};
