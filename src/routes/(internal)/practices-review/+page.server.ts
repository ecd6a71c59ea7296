import { mayOpen } from '$lib/accounts/access/policy.server';
import { practiceStates } from '$lib/contracts/practices';
import { listPractices } from '$lib/practices/read.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, handle }, url }) => {
	if (!actor) throw new Error('The route policy lets nobody in without an account.');
	const state = practiceStates.find((each) => each === url.searchParams.get('tinh-trang')) ?? null;
	return {
		practices: await listPractices(handle.database, actor, { state }),
		mayWrite: mayOpen('/(internal)/practices-review/new', actor),
	};
};
