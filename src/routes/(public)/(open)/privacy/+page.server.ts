import { readRetention } from '$lib/accounts/personal-data/retention.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { handle } }) => ({
	retention: await readRetention(handle.database),
});
