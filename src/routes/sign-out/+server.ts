import { redirect } from '@sveltejs/kit';
import { clearSessionCookie } from '$lib/accounts/sessions/session-cookie.server';
import { signOut } from '$lib/accounts/sessions/sign-out.server';
import { toAddress } from '$lib/messages/addresses';
import type { RequestHandler } from './$types';

/** Only by a form: a link or a preview of one must not sign anybody out. */
export const POST: RequestHandler = async ({ cookies, locals, url }) => {
	const { actor, handle, locale, sessionHash } = locals;
	if (actor && sessionHash) await signOut(handle.database, actor, sessionHash);
	clearSessionCookie(cookies, url);
	redirect(303, toAddress('/', locale));
};
