import { fail } from '@sveltejs/kit';
import { enter, requestOf } from '$lib/accounts/sign-in/enter.server';
import { signInByLink } from '$lib/accounts/sign-in/sign-in-by-link.server';
import { app } from '$lib/server/app';
import { textFields } from '$lib/server/form';
import type { Actions, PageServerLoad } from './$types';

/** Looks nothing up: previews fetch links, and whether a code is right is told to a form alone. */
export const load: PageServerLoad = ({ locals, params }) => ({
	code: params.code ?? null,
	signedInAs: locals.actor?.displayName ?? null,
});

export const actions: Actions = {
	default: async (event) => {
		const code = textFields(await event.request.formData())['code'] ?? '';
		if (code.trim() === '') return fail(400, { code, fault: 'missing' as const });
		const result = await signInByLink(event.locals.handle.database, {
			code,
			...requestOf(event),
			requireSecondFactor: app().config.requireSecondFactor,
		});
		// Links are for those who report: the form is what they open it for.
		if (result.ok) enter(event, result, '/entry');
		if (result.fault === 'wait') {
			event.setHeaders({ 'retry-after': String(result.minutes * 60) });
			return fail(429, { code, fault: result.fault, minutes: result.minutes });
		}
		return fail(400, { code, fault: result.fault });
	},
};
