import { fail, redirect } from '@sveltejs/kit';
import { ownPath } from '$lib/accounts/next-path';
import { setSessionCookie } from '$lib/accounts/session-cookie.server';
import { signIn } from '$lib/accounts/sign-in.server';
import { toAddress } from '$lib/messages/addresses';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const destination = ({ url, locals }: Pick<RequestEvent, 'url' | 'locals'>) =>
	ownPath(url.searchParams.get('next'), url.origin) ?? toAddress('/', locals.locale);

export const load: PageServerLoad = (event) => {
	if (event.locals.actor) redirect(303, destination(event));
};

export const actions: Actions = {
	default: async (event) => {
		const { cookies, locals, request, url } = event;
		const form = await request.formData();
		const [name, password] = [form.get('name'), form.get('password')];
		if (typeof name !== 'string' || name.trim() === '')
			return fail(400, { name: '', fault: 'nameMissing' as const });
		if (typeof password !== 'string' || password === '')
			return fail(400, { name, fault: 'passwordMissing' as const });

		const result = await signIn(locals.handle.database, {
			name,
			password,
			address: event.getClientAddress(),
			userAgent: request.headers.get('user-agent') ?? '',
			replaces: locals.sessionHash,
		});
		if (result.ok) {
			setSessionCookie(cookies, url, result.token);
			redirect(303, destination(event));
		}
		if (result.fault === 'wait') {
			event.setHeaders({ 'retry-after': String(result.minutes * 60) });
			return fail(429, { name, fault: result.fault, minutes: result.minutes });
		}
		return fail(400, { name, fault: result.fault });
	},
};
