import { fromAddress } from '../../messages/addresses';

/**
 * Where to go after signing in: an address of our own, or null. It is resolved as a browser does,
 * since `/\example.org`, `/.//example.org` and a tab in between lead elsewhere too.
 */
export function ownPath(given: string | null, origin: string): string | null {
	if (!given?.startsWith('/') || !URL.canParse(given, origin)) return null;
	const url = new URL(given, origin);
	if (url.origin !== origin || url.pathname.startsWith('//')) return null;
	const { path } = fromAddress(url.pathname);
	if (path === '/sign-in' || path === '/sign-out') return null;
	return url.pathname + url.search;
}
