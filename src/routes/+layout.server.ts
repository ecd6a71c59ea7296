import { randomUUID } from 'node:crypto';
import { readMenu } from '$lib/accounts/access/start.server';
import { app } from '$lib/server/app';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => ({
	locale: locals.locale,
	demo: app().config.demo,
	once: locals.actor ? randomUUID() : undefined,
	actor: locals.actor && {
		displayName: locals.actor.displayName,
		grants: locals.actor.grants,
		menu: await readMenu(locals.handle.database, locals.actor),
	},
});
