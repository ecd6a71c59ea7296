import { app } from '$lib/server/app';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
	locale: locals.locale,
	demo: app().config.demo,
	actor: locals.actor && {
		displayName: locals.actor.displayName,
		grants: locals.actor.grants,
	},
});
