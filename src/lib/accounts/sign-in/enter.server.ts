import { redirect, type RequestEvent } from '@sveltejs/kit';
import { toAddress } from '../../messages/addresses';
import { ownPath } from './next-path';
import { deviceHash, setSessionCookie, setStepCookie } from '../sessions/session-cookie.server';
import type { NextStep, Visit } from './sign-in-step.server';

type Entering = Pick<RequestEvent, 'cookies' | 'locals' | 'url'>;

/**
 * Where whoever signs in wants to go: back to where they came from, else to the product's start, which
 * leads on to their own page.
 */
export const destination = (
	{ url, locals }: Pick<Entering, 'url' | 'locals'>,
	start = '/',
): string => ownPath(url.searchParams.get('next'), url.origin) ?? toAddress(start, locals.locale);

const pages = { secondStep: '/sign-in/second-factor', newPassword: '/sign-in/new-password' };

/**
 * Leads on from a step of a sign-in: to where one wanted to go, or to the step that is left.
 * @param start where one goes who wanted nothing in particular.
 */
export function enter(event: Entering, step: NextStep, start?: string): never {
	const { cookies, url } = event;
	if (step.kind === 'session') {
		setSessionCookie(cookies, url, step);
		redirect(303, destination(event, start));
	}
	setStepCookie(cookies, url, step.token);
	redirect(303, stepAddress(event, step.kind, start));
}

/** Where a step is taken, which leads on to where one wanted to go. */
export function stepAddress(event: Entering, kind: keyof typeof pages, start?: string): string {
	const next = encodeURIComponent(destination(event, start));
	return `${toAddress(pages[kind], event.locals.locale)}?next=${next}`;
}

/** Of a request what tells who asks, from where. */
export type Asking = Pick<
	RequestEvent,
	'cookies' | 'getClientAddress' | 'locals' | 'request' | 'url'
>;

/** What every verb that signs somebody in wants to know of the request. */
export function requestOf(event: Asking): Visit & { device: string } {
	return {
		address: event.getClientAddress(),
		userAgent: event.request.headers.get('user-agent') ?? '',
		replaces: event.locals.sessionHash,
		device: deviceHash(event.cookies, event.url),
	};
}
