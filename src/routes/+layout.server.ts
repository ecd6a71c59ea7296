import { mayOpen } from '$lib/accounts/policy.server';
import { app } from '$lib/server/app';
import type { LayoutServerLoad } from './$types';

/** Pages of the header that not everybody may open, with their routes. */
const guarded = {
	'/reports': '/(internal)/reports',
	'/ranking': '/(internal)/ranking',
	'/wall': '/(wall)/wall',
};

export const load: LayoutServerLoad = ({ locals }) => ({
	locale: locals.locale,
	demo: app().config.demo,
	actor: locals.actor && {
		displayName: locals.actor.displayName,
		grants: locals.actor.grants,
		pages: Object.entries(guarded)
			.filter(([, route]) => mayOpen(route, locals.actor))
			.map(([path]) => path),
	},
});
