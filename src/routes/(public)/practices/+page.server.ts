import { pageNumber } from '$lib/contracts/text/address';
import { digitalSkills } from '$lib/contracts/teams/teams';
import { listPublished } from '$lib/practices/published.server';
import type { PageServerLoad } from './$types';
import { hasMore } from '$lib/contracts/pages';

const pageSize = 20;

export const load: PageServerLoad = async ({ locals: { handle }, url }) => {
	const asked = url.searchParams.get('ky-nang');
	const skill = digitalSkills.find((each) => String(each) === asked) ?? null;
	const page = pageNumber(url.searchParams);
	const { practices, total } = await listPublished(handle.database, { skill, page, pageSize });
	return { practices, skill, page, hasMore: hasMore(total, { page, pageSize }) };
};
