import { redirect } from '@sveltejs/kit';
import { showAppSecret } from '$lib/accounts/second-factor/show-app-secret.server';
import { readStepHash } from '$lib/accounts/sessions/session-cookie.server';
import { destination, stepAddress } from '$lib/accounts/sign-in/enter.server';
import { secondStepByForm } from '$lib/accounts/sign-in/second-step-by-form.server';
import { readSignInStep } from '$lib/accounts/sign-in/sign-in-step.server';
import { toAddress } from '$lib/messages/addresses';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { cookies, locals, url } = event;
	const step = await readSignInStep(locals.handle.database, readStepHash(cookies, url));
	// Where recovery codes are shown the step is over: by a form that was taken just now, if need be.
	if (!step && !locals.actor && event.request.method === 'GET')
		redirect(303, toAddress('/sign-in', locals.locale) + url.search);
	if (step?.secondStep && event.request.method === 'GET')
		redirect(303, stepAddress(event, 'newPassword'));
	const setUp = step && !step.secondStep && !step.hasSecondFactor ? showAppSecret(step.name) : null;
	return { over: !step, setUp, next: destination(event) };
};

export const actions: Actions = { default: secondStepByForm };
