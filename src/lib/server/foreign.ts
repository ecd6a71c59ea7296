import { json, text, type RequestEvent } from '@sveltejs/kit';
import { foreignOrigin as en } from '../messages/en/foreign-origin';
import { foreignOrigin as vi } from '../messages/vi/foreign-origin';
import { log } from './log';

const forms = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

/**
 * Whether another site's page caused the request, which rides on the visitor's cookies. The API
 * takes no cookie from elsewhere in the first place, see `identify`.
 */
export function isForeign({ request, url }: Pick<RequestEvent, 'request' | 'url'>): boolean {
	if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS')
		return false;
	const origin = request.headers.get('origin');
	const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
	if (origin === null) return forms.has(type);
	return origin !== url.origin && (!url.pathname.startsWith('/api/') || forms.has(type));
}

/** Says which address the server takes for its own: mostly that is what has to be set right. */
export function refuseForeign({ request, url }: RequestEvent): Response {
	log('warn', 'access.refused', { reason: 'origin' });
	if (request.headers.get('accept') === 'application/json')
		return json({ type: 'error', error: { message: 'foreignOrigin' } }, { status: 403 });
	const origin = request.headers.get('origin') ?? '–';
	const lines = [vi, en].map((say) => say(origin, url.origin));
	return text(`${lines.join('\n\n')}\n`, { status: 403 });
}
