import type { IncomingMessage } from 'node:http';

/**
 * Browsers name the site that opens a WebSocket and don't let it lie; another site's pages would
 * otherwise ride on a visitor's cookies. Programs send no `Origin`, and have no visitor's cookies.
 * @param ownOrigin the configured public address, in case a proxy changes the `Host` header.
 */
export function isOwnOrigin(
	request: Pick<IncomingMessage, 'headers'>,
	ownOrigin: string | undefined,
): boolean {
	const { origin, host } = request.headers;
	if (origin === undefined) return true;
	if (!URL.canParse(origin)) return false;
	const { host: asking, origin: asker } = new URL(origin);
	return asking === host || (ownOrigin !== undefined && asker === new URL(ownOrigin).origin);
}
