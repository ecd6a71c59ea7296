import type { RequestHandler } from './$types';
import { layerBytes } from '$lib/admin-units/boundary-layer.server';
import { acceptedEncoding } from '$lib/admin-units/encoding';
import { NotFoundError } from '$lib/server/errors';
import { answer } from '$lib/server/http';
import { forEver } from '$lib/server/lifetimes';

/** A map layer under the hash of its content: the address never changes its meaning. */
export const GET: RequestHandler = ({ params, request, locals }) =>
	answer(async () => {
		const encoding = acceptedEncoding(request.headers.get('accept-encoding'));
		if (!/^[\w-]+$/.test(params.hash)) throw new NotFoundError('There is no such map layer.');
		const headers = new Headers({
			'cache-control': forEver,
			etag: `"${params.hash}-${encoding}"`,
			vary: 'accept-encoding',
		});
		const bytes = await layerBytes(locals.handle.database, params.hash, encoding);
		if (!bytes) throw new NotFoundError('There is no such map layer.');
		if (request.headers.get('if-none-match') === headers.get('etag'))
			return new Response(null, { status: 304, headers });
		headers.set('content-type', 'application/json');
		headers.set('content-length', String(bytes.length));
		if (encoding !== 'identity') headers.set('content-encoding', encoding);
		return new Response(new Uint8Array(bytes), { headers });
	});
