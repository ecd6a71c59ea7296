import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { choosePassword, readPasswordStep } from '$lib/accounts/sign-in/choose-password.server';
import { enter, requestOf } from '$lib/accounts/sign-in/enter.server';
import { clearStepCookie, readStepHash } from '$lib/accounts/sessions/session-cookie.server';
import { toAddress } from '$lib/messages/addresses';
import { app } from '$lib/server/app';
import { textFields } from '$lib/server/form';
import type { Actions, PageServerLoad } from './$types';

const signInAgain = ({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): never =>
	redirect(303, toAddress('/sign-in', locals.locale) + url.search);

export const load: PageServerLoad = async ({ cookies, locals, url }) => {
	const { requireSecondFactor } = app().config;
	const hash = readStepHash(cookies, url);
	const step = await readPasswordStep(locals.handle.database, hash, requireSecondFactor);
	return step ? { name: step.name } : signInAgain({ locals, url });
};

export const actions: Actions = {
	default: async (event) => {
		const { cookies, locals, url } = event;
		const { next = '', repeated = '' } = textFields(await event.request.formData());
		const result = await choosePassword(locals.handle.database, {
			stepHash: readStepHash(cookies, url),
			...{ next, repeated },
			...requestOf(event),
			requireSecondFactor: app().config.requireSecondFactor,
		});
		if (result.ok) {
			clearStepCookie(cookies, url);
			enter(event, { kind: 'session', ...result });
		}
		return result.fault === 'over' ? signInAgain(event) : fail(400, { fault: result.fault });
	},
};
