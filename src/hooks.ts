import type { Reroute } from '@sveltejs/kit';
import { isSoundPath } from '$lib/contracts/text/address';
import { fromAddress } from '$lib/messages/addresses';

export const reroute: Reroute = ({ url: { pathname } }) => {
	if (!isSoundPath(pathname)) return '/not-found';
	const { path } = fromAddress(pathname);
	// One page with two addresses: `accounts/access/start.server.ts` says which is whose.
	return path === '/map' ? '/' : path;
};
