import type { RequestHandler } from './$types';
import { layerBytes } from '$lib/admin-units/outlines/boundary-layer.server';
import { acceptedEncoding } from '$lib/admin-units/outlines/encoding';
import { NotFoundError } from '$lib/server/errors';
import { answer } from '$lib/server/http';
import { forEver } from '$lib/server/lifetimes';
import { answerReading } from '$lib/server/open-reading';

/** A map layer under the hash of its content: the address never changes its meaning. */
export const GET: RequestHandler = ({ params, request, locals, getClientAddress }) =>
	answer(() =>
		answerReading({ request, address: getClientAddress(), pace: 'pages' }, async () => {
			const { hash } = params;
			const encoding = acceptedEncoding(request.headers.get('accept-encoding'));
			const bytes = /^[\w-]+$/.test(hash)
				? await layerBytes(locals.handle.database, hash, encoding)
				: null;
			if (!bytes) throw new NotFoundError('There is no such map layer.');
			return {
				tag: `"${hash}-${encoding}"`,
				headers: {
					'content-type': 'application/json',
					'cache-control': forEver,
					vary: 'accept-encoding',
					...(encoding !== 'identity' && { 'content-encoding': encoding }),
				},
				read: () => Promise.resolve(bytes),
			};
		}),
	);
