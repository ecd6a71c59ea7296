import { redirect, type RequestEvent } from '@sveltejs/kit';
import { toAddress } from '../messages/addresses';
import { ownPath } from './next-path';
import { setSessionCookie, setStepCookie } from './session-cookie.server';
import type { FirstStep } from './sign-in-step.server';

type Entering = Pick<RequestEvent, 'cookies' | 'locals' | 'url'>;

/** Where whoever signs in wants to go. */
export const destination = ({ url, locals }: Pick<Entering, 'url' | 'locals'>): string =>
	ownPath(url.searchParams.get('next'), url.origin) ?? toAddress('/', locals.locale);

/** Leads on from the first step of a sign-in: to where one wanted to go, or to the second step. */
export function enter(event: Entering, step: FirstStep): never {
	const { cookies, locals, url } = event;
	if (step.kind === 'session') {
		setSessionCookie(cookies, url, step.token);
		redirect(303, destination(event));
	}
	setStepCookie(cookies, url, step.token);
	const next = encodeURIComponent(destination(event));
	redirect(303, `${toAddress('/sign-in/second-factor', locals.locale)}?next=${next}`);
}

/** What every verb that signs somebody in wants to know of the request. */
export function requestOf(event: Pick<RequestEvent, 'getClientAddress' | 'locals' | 'request'>): {
	address: string;
	userAgent: string;
	replaces: string | null;
} {
	return {
		address: event.getClientAddress(),
		userAgent: event.request.headers.get('user-agent') ?? '',
		replaces: event.locals.sessionHash,
	};
}
