import { fail, redirect } from '@sveltejs/kit';
import { destination, enter, requestOf } from '$lib/accounts/sign-in/enter.server';
import { signIn } from '$lib/accounts/sign-in/sign-in.server';
import { signInWithBoth } from '$lib/accounts/sign-in/sign-in-with-both.server';
import { app } from '$lib/server/app';
import { textFields } from '$lib/server/form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	if (event.locals.actor) redirect(303, destination(event));
};

export const actions: Actions = {
	default: async (event) => {
		const { name = '', password = '', code } = textFields(await event.request.formData());
		const withCode = code !== undefined;
		if (name.trim() === '') return fail(400, { name: '', fault: 'nameMissing' as const, withCode });
		if (password === '') return fail(400, { name, fault: 'passwordMissing' as const, withCode });

		const { requireSecondFactor } = app().config;
		const given = { name, password, ...requestOf(event), requireSecondFactor };
		const { database } = event.locals.handle;
		const result = code
			? await signInWithBoth(database, { ...given, code })
			: await signIn(database, given);
		if (result.ok) enter(event, result);
		if (result.fault === 'wait') {
			event.setHeaders({ 'retry-after': String(result.minutes * 60) });
			return fail(429, { name, fault: result.fault, minutes: result.minutes, withCode: true });
		}
		return fail(400, { name, fault: result.fault, withCode });
	},
};
