import { fail, redirect } from '@sveltejs/kit';
import { destination, requestOf } from '$lib/accounts/enter.server';
import { finishSignIn } from '$lib/accounts/finish-sign-in.server';
import { newAppSecret, parseAppSecret, provisioningUri } from '$lib/accounts/second-factor.server';
import {
	clearStepCookie,
	readStepHash,
	setSessionCookie,
} from '$lib/accounts/session-cookie.server';
import { readSignInStep } from '$lib/accounts/sign-in-step.server';
import { toAddress } from '$lib/messages/addresses';
import { textFields } from '$lib/server/form';
import { qrCode } from '$lib/server/qr';
import type { Actions, PageServerLoad } from './$types';

/** What is shown to an app: the secret as text and as a QR code. */
const shown = (secret: string, name: string) => ({
	secret,
	qr: qrCode(provisioningUri(secret, name)),
});

export const load: PageServerLoad = async (event) => {
	const { cookies, locals, url } = event;
	const step = await readSignInStep(locals.handle.database, readStepHash(cookies, url));
	// Where recovery codes are shown the step is over: by a form that was taken just now, if need be.
	if (!step && !locals.actor && event.request.method === 'GET')
		redirect(303, toAddress('/sign-in', locals.locale) + url.search);
	const setUp = !step || step.hasSecondFactor ? null : shown(newAppSecret(), step.name);
	return { over: !step, setUp, next: destination(event) };
};

export const actions: Actions = {
	default: async (event) => {
		const { cookies, locals, url } = event;
		const { database } = locals.handle;
		const given = textFields(await event.request.formData());
		const secret = parseAppSecret(given['secret']);
		const stepHash = readStepHash(cookies, url);
		const step = await readSignInStep(database, stepHash);
		const result = await finishSignIn(database, {
			stepHash,
			code: given['code'] ?? '',
			secret,
			...requestOf(event),
		});
		if (result.ok) {
			clearStepCookie(cookies, url);
			setSessionCookie(cookies, url, result.token);
			if (result.recoveryCodes === null) redirect(303, destination(event));
			return { recoveryCodes: result.recoveryCodes };
		}
		if (result.fault === 'over' || !step)
			redirect(303, toAddress('/sign-in', locals.locale) + url.search);
		const setUp = secret === null ? null : shown(secret, step.name);
		const minutes = result.fault === 'wait' ? result.minutes : null;
		return fail(minutes === null ? 400 : 429, { setUp, fault: result.fault, minutes });
	},
};
