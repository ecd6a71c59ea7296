import { mayOpen } from '$lib/accounts/policy.server';
import type { Actor } from '$lib/contracts/accounts';
import { app } from '$lib/server/app';
import type { LayoutServerLoad } from './$types';

/** Pages of the header that not everybody may open. */
const guarded = [
	'entry',
	'reports',
	'teams',
	'activities',
	'targets',
	'tickets',
	'library',
	'brief',
	'delegations',
	'administration',
	'ranking',
];

/** Paths of those that this visitor may open. */
function openPages(actor: Actor | null): string[] {
	const open = guarded.filter((name) => mayOpen(`/(internal)/${name}`, actor));
	return [...open, ...(mayOpen('/(wall)/wall', actor) ? ['wall'] : [])].map((name) => `/${name}`);
}

export const load: LayoutServerLoad = ({ locals }) => ({
	locale: locals.locale,
	demo: app().config.demo,
	actor: locals.actor && {
		displayName: locals.actor.displayName,
		grants: locals.actor.grants,
		pages: openPages(locals.actor),
	},
});
