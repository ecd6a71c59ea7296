import { error } from '@sveltejs/kit';
import { localDay } from '$lib/contracts/local-time';
import { badgeLimiter } from '$lib/teams/badges/badge-limiter.server';
import { readBadge } from '$lib/teams/badges/read-badge.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ getClientAddress, locals, params, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
	if (!(await badgeLimiter.allows(getClientAddress()))) error(429, 'wait');
	const today = localDay(new Date());
	const badge = await readBadge(locals.handle.database, params.token, today);
	if (!badge) error(404, 'notFound');
	return { badge, today };
};
