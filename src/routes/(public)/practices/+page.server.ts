import { digitalSkills } from '$lib/contracts/teams';
import { listPublished } from '$lib/practices/published.server';
import type { PageServerLoad } from './$types';

const pageSize = 20;

export const load: PageServerLoad = async ({ locals: { handle }, url }) => {
	const asked = url.searchParams.get('ky-nang');
	const skill = digitalSkills.find((each) => String(each) === asked) ?? null;
	const page = Math.min(10_000, Math.max(1, Number(url.searchParams.get('trang')) | 0));
	const { practices, total } = await listPublished(handle.database, { skill, page, pageSize });
	return { practices, skill, page, hasMore: total > page * pageSize };
};
