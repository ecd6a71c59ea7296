import { fail } from '@sveltejs/kit';
import { textFields } from '../../server/form';
import { administer } from '../administration/administer.server';
import { signedIn } from '../sessions/signed-in.server';
import type { Asking } from '../sign-in/enter.server';
import { changeOwnEmail } from './change-own-email.server';
import { proofOf, statusOf } from './proof-of.server';

export async function changeEmailByForm(event: Asking) {
	const { actor, database } = signedIn(event.locals);
	const { email = '', password } = textFields(await event.request.formData());
	return administer({ email }, async () => {
		const result = await changeOwnEmail(database, actor, { ...proofOf(event, password), email });
		if (result.ok) return { email: 'saved' as const };
		return fail(statusOf(result.fault), { emailFault: result, typed: email });
	});
}
