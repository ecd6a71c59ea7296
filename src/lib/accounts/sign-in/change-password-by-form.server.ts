import { fail } from '@sveltejs/kit';
import { textFields } from '../../server/form';
import { proofOf, statusOf } from '../own-account/proof-of.server';
import { signedIn } from '../sessions/signed-in.server';
import { changePassword } from './change-password.server';
import type { Asking } from './enter.server';

export async function changePasswordByForm(event: Asking) {
	const { actor, database } = signedIn(event.locals);
	const given = textFields(await event.request.formData());
	const { current = '', next = '', repeated = '' } = given;
	const change = { ...proofOf(event), current, next, repeated };
	const result = await changePassword(database, actor, change);
	return result.ok ? { password: result } : fail(statusOf(result.fault), { password: result });
}
