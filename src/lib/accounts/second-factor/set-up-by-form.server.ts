import { fail } from '@sveltejs/kit';
import { textFields } from '../../server/form';
import { proofOf, statusOf } from '../own-account/proof-of.server';
import { signedIn } from '../sessions/signed-in.server';
import type { Asking } from '../sign-in/enter.server';
import { parseAppSecret } from './second-factor.server';
import { setUpSecondFactor } from './set-up-second-factor.server';
import { showAppSecret } from './show-app-secret.server';

/** Sets the second factor up, or renews its recovery codes; a refused app is shown once more. */
export async function setUpByForm(event: Asking) {
	const { actor, database } = signedIn(event.locals);
	const given = textFields(await event.request.formData());
	const secret = parseAppSecret(given['secret']);
	const result = await setUpSecondFactor(database, actor, {
		...proofOf(event, given['password']),
		...{ secret, code: given['code'] ?? '' },
	});
	if (result.ok) return { recoveryCodes: result.recoveryCodes };
	const setUp = secret === null ? null : showAppSecret(actor.name, secret);
	return fail(statusOf(result.fault), { setUp, secondFactor: result });
}
