import { hasUnitsBelow } from '$lib/accounts/leaders.server';
import { mayOpen } from '$lib/accounts/policy.server';
import type { Actor } from '$lib/contracts/accounts';
import { app } from '$lib/server/app';
import type { Database } from '$lib/server/db/client';
import type { LayoutServerLoad } from './$types';

/** Pages of the header that not everybody may open. */
const guarded = [
	'entry',
	'reports',
	'teams',
	'activities',
	'targets',
	'tickets',
	'practices-review',
	'library',
	'brief',
	'delegations',
	'administration',
	'ranking',
];

/** Paths of those that this visitor may open and find something in. */
async function openPages(database: Database, actor: Actor): Promise<string[]> {
	const open = guarded.filter((name) => mayOpen(`/(internal)/${name}`, actor));
	const administers =
		mayOpen('/(internal)/administration/users', actor) || (await hasUnitsBelow(database, actor));
	return [
		...open.filter((name) => name !== 'administration' || administers),
		...(mayOpen('/(wall)/wall', actor) ? ['wall'] : []),
	].map((name) => `/${name}`);
}

export const load: LayoutServerLoad = async ({ locals }) => ({
	locale: locals.locale,
	demo: app().config.demo,
	actor: locals.actor && {
		displayName: locals.actor.displayName,
		grants: locals.actor.grants,
		pages: await openPages(locals.handle.database, locals.actor),
	},
});
