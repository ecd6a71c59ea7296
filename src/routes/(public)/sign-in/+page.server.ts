import { fail, redirect } from '@sveltejs/kit';
import { destination, enter, requestOf } from '$lib/accounts/enter.server';
import { signIn } from '$lib/accounts/sign-in.server';
import { app } from '$lib/server/app';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	if (event.locals.actor) redirect(303, destination(event));
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const [name, password] = [form.get('name'), form.get('password')];
		if (typeof name !== 'string' || name.trim() === '')
			return fail(400, { name: '', fault: 'nameMissing' as const });
		if (typeof password !== 'string' || password === '')
			return fail(400, { name, fault: 'passwordMissing' as const });

		const result = await signIn(event.locals.handle.database, {
			name,
			password,
			...requestOf(event),
			requireSecondFactor: app().config.requireSecondFactor,
		});
		if (result.ok) enter(event, result);
		if (result.fault === 'wait') {
			event.setHeaders({ 'retry-after': String(result.minutes * 60) });
			return fail(429, { name, fault: result.fault, minutes: result.minutes });
		}
		return fail(400, { name, fault: result.fault });
	},
};
