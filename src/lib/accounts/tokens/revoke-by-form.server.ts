import { fail } from '@sveltejs/kit';
import { wholeNumber } from '../../contracts/text/address';
import { NotFoundError } from '../../server/errors';
import { textFields } from '../../server/form';
import { signedIn } from '../sessions/signed-in.server';
import type { Asking } from '../sign-in/enter.server';
import { revokeToken } from './revoke-token.server';

export async function revokeTokenByForm({ locals, request }: Asking) {
	const { actor, database } = signedIn(locals);
	const { id } = textFields(await request.formData());
	try {
		await revokeToken(database, actor, wholeNumber(id) ?? 0);
	} catch (thrown) {
		if (!(thrown instanceof NotFoundError)) throw thrown;
		return fail(404, { token: 'notFound' as const });
	}
	return { token: 'revoked' as const };
}
