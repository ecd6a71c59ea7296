import { fail, redirect } from '@sveltejs/kit';
import { toAddress } from '../../messages/addresses';
import { textFields } from '../../server/form';
import { parseAppSecret } from '../second-factor/second-factor.server';
import { showAppSecret } from '../second-factor/show-app-secret.server';
import {
	clearStepCookie,
	readStepHash,
	setSessionCookie,
	setStepCookie,
} from '../sessions/session-cookie.server';
import { destination, enter, requestOf, stepAddress, type Asking } from './enter.server';
import { finishSignIn } from './finish-sign-in.server';
import { readSignInStep } from './sign-in-step.server';

/** Takes the code of the second step: leads on, or shows recovery codes once and where it goes on. */
export async function secondStepByForm(event: Asking) {
	const { cookies, locals, url } = event;
	const { database } = locals.handle;
	const given = textFields(await event.request.formData());
	const secret = parseAppSecret(given['secret']);
	const stepHash = readStepHash(cookies, url);
	const asked = await readSignInStep(database, stepHash);
	const code = given['code'] ?? '';
	const result = await finishSignIn(database, { stepHash, code, secret, ...requestOf(event) });
	if (result.ok) {
		const { recoveryCodes, ...step } = result;
		if (step.kind === 'session') clearStepCookie(cookies, url);
		if (recoveryCodes === null) enter(event, step);
		if (step.kind === 'session') setSessionCookie(cookies, url, step);
		else setStepCookie(cookies, url, step.token);
		const next = step.kind === 'session' ? destination(event) : stepAddress(event, step.kind);
		return { recoveryCodes, next };
	}
	if (result.fault === 'over' || !asked)
		redirect(303, toAddress('/sign-in', locals.locale) + url.search);
	const setUp = secret === null ? null : showAppSecret(asked.name, secret);
	const minutes = result.fault === 'wait' ? result.minutes : null;
	return fail(minutes === null ? 400 : 429, { setUp, fault: result.fault, minutes });
}
