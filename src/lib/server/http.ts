import { randomUUID } from 'node:crypto';
import {
	error,
	fail,
	isHttpError,
	isRedirect,
	json,
	redirect,
	type ActionFailure,
	type RequestEvent,
} from '@sveltejs/kit';
import { fromAddress, toAddress } from '../messages/addresses';
import { ExpectedError, InvalidError, type Problem } from './errors';

const isApi = (event: RequestEvent) => (event.route.id ?? event.url.pathname).startsWith('/api/');

/**
 * The answer to whoever may not open a route: visitors of a page are sent to sign in.
 * @throws what SvelteKit makes a redirect or an error page of.
 */
export async function refuse(event: RequestEvent): Promise<Response> {
	if (isApi(event)) {
		if (event.route.id === null) return problem(404, 'notFound');
		return event.locals.actor ? problem(403, 'forbidden') : problem(401, 'signIn');
	}
	if (event.route.id === null) error(404, 'notFound');
	if (event.locals.actor) return forbidden(event);
	const { pathname, search } = event.url;
	// What follows a form's address names its action, which can't be opened.
	const target = encodeURIComponent(pathname + (event.request.method === 'GET' ? search : ''));
	redirect(303, `${toAddress('/sign-in', event.locals.locale)}?next=${target}`);
}

/**
 * An error thrown in a hook has no page around it, so a page that does nothing but refuse is shown
 * in place of the one asked for. Its address is as deep, or its scripts would not be found.
 */
async function forbidden(event: RequestEvent): Promise<Response> {
	if (event.request.method !== 'GET' || event.isDataRequest) error(403, 'forbidden');
	const { locale, path } = fromAddress(event.url.pathname);
	const [, , ...rest] = path.split('/');
	return event.fetch(toAddress(['', 'forbidden', ...rest].join('/'), locale));
}

/** Headers beside the content security policy, which SvelteKit writes. */
export function protect(event: RequestEvent, response: Response): Response {
	const { headers } = response;
	headers.set('x-content-type-options', 'nosniff');
	headers.set('referrer-policy', 'same-origin');
	headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
	if (event.url.protocol === 'https:') headers.set('strict-transport-security', 'max-age=31536000');
	// Files named by their content are the same for everybody; all else may be about one person.
	if (event.locals.actor && !headers.get('cache-control')?.includes('immutable'))
		headers.set('cache-control', 'private, no-store');
	return response;
}

/** RFC 9457 problem document. `code` is stable, for programs. */
export function problem(
	status: number,
	code: string,
	extra: Record<string, unknown> = {},
): Response {
	return json(
		{ type: 'about:blank', status, code, ...extra },
		{ status, headers: { 'content-type': 'application/problem+json' } },
	);
}

/** Runs an API handler; expected errors become problem documents, the only place where they do. */
export async function answer(handler: () => Promise<Response>): Promise<Response> {
	try {
		return await handler();
	} catch (thrown) {
		if (!(thrown instanceof ExpectedError)) throw thrown;
		return problem(thrown.status, thrown.code, {
			detail: thrown.message,
			...(thrown instanceof InvalidError ? { problems: thrown.problems } : {}),
		});
	}
}

/** Runs a page's load function; expected errors become SvelteKit's error page. */
export async function pageData<Data>(load: () => Promise<Data>): Promise<Data> {
	try {
		return await load();
	} catch (thrown) {
		if (thrown instanceof ExpectedError) error(thrown.status, thrown.code);
		throw thrown;
	}
}

/** Runs a form's action: what was entered comes back with its faults, so that nothing is typed twice. */
export async function formAnswer<Done>(
	entered: Record<string, string>,
	act: () => Promise<Done>,
): Promise<Done | ActionFailure<{ problems: Problem[]; entered: Record<string, string> }>> {
	return pageData(async () => {
		try {
			return await act();
		} catch (thrown) {
			if (!(thrown instanceof InvalidError)) throw thrown;
			return fail(thrown.status, { problems: thrown.problems, entered });
		}
	});
}

/** Logs a defect under an id that the visitor sees as well; the visitor never sees a raw message. */
export function reportDefect(thrown: unknown, event: RequestEvent, status: number): App.Error {
	if (isHttpError(thrown) || isRedirect(thrown)) throw thrown;
	if (status === 404) return { message: 'notFound' };
	const id = randomUUID();
	console.error(
		JSON.stringify({
			level: 'error',
			id,
			route: event.route.id,
			method: event.request.method,
			error: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
		}),
	);
	return { message: 'failed', id };
}
