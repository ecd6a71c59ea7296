import type { Reroute } from '@sveltejs/kit';
import { fromAddress } from '$lib/messages/addresses';

export const reroute: Reroute = ({ url }) => fromAddress(url.pathname).path;
