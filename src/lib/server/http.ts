import { randomUUID } from 'node:crypto';
import {
	error,
	fail,
	isHttpError,
	isRedirect,
	json,
	redirect,
	text,
	type ActionFailure,
	type RequestEvent,
} from '@sveltejs/kit';
import { isSoundText, soundText } from '../contracts/text/sound-text';
import { loadMessages } from '../messages';
import { fromAddress, soleAddress, toAddress } from '../messages/addresses';
import { outageOf } from './db/outage';
import {
	ConflictError,
	ExpectedError,
	ForbiddenError,
	InvalidError,
	TooManyError,
	UnavailableError,
	type Problem,
} from './errors';
import { describeError, log, requestId } from './log';

/** Asked for by programs, which are answered with problem documents. */
export const isApi = (event: RequestEvent) =>
	(event.route.id ?? event.url.pathname).startsWith('/api/');

/**
 * The answer to whoever may not open a route: visitors of a page are sent to a door.
 * @param door route of the page on which one gets in; from `sign-in` one is led back.
 * @throws what SvelteKit makes a redirect or an error page of.
 */
export async function refuse(event: RequestEvent, door: string): Promise<Response> {
	const { actor } = event.locals;
	if (event.route.id !== null && (actor || event.request.headers.has('authorization')))
		log('warn', 'access.refused', { reason: actor ? 'role' : 'token' });
	if (isApi(event)) {
		if (event.route.id === null) return problem(404, 'notFound');
		return actor ? problem(403, 'forbidden') : problem(401, 'signIn');
	}
	if (event.route.id === null) error(404, 'notFound');
	if (actor) return forbidden(event);
	const { pathname, search } = event.url;
	const address = toAddress(door, event.locals.locale);
	if (door !== '/sign-in') redirect(303, address + search);
	// What follows a form's address names its action, which can't be opened.
	const target = encodeURIComponent(pathname + (event.request.method === 'GET' ? search : ''));
	redirect(303, `${address}?next=${target}`);
}

/**
 * Addresses that were given out before a page had its Vietnamese one lead on; what is posted is taken.
 * @throws SvelteKit's redirect.
 */
export function leadToSoleAddress({ request, route, url }: RequestEvent): void {
	if (route.id === null || !['GET', 'HEAD'].includes(request.method)) return;
	const address = soleAddress(url.pathname);
	if (address !== null) redirect(308, address + url.search);
}

/** Segments of the deepest address that anything of ours could have. */
const deepest = 24;

/**
 * A page names what it needs by the way back from its address, each thing anew: of one that is
 * thousands of segments deep the headers alone would be half a megabyte.
 * @throws SvelteKit's error page, which needs nothing.
 */
export function refuseDepth({ url }: RequestEvent): void {
	if (url.pathname.split('/', deepest + 2).length > deepest + 1) error(404, 'notFound');
}

const isPublicReading = ({ route, request, locals }: RequestEvent) =>
	route.id?.startsWith('/api/v1/') === true &&
	request.method === 'GET' &&
	!locals.actor &&
	!locals.screen;

export const hasSoundQuery = ({ url }: RequestEvent): boolean =>
	[...url.searchParams].flat().every(isSoundText);

/**
 * The answer to a query with characters that no text holds: a page is asked for without them.
 * @throws what SvelteKit makes a redirect or an error page of.
 */
export function toSoundQuery(event: RequestEvent): Response {
	if (isApi(event)) return problem(400, 'unsoundText', { detail: 'The query is no text.' });
	if (event.request.method !== 'GET') error(400, 'failed');
	const sound = [...event.url.searchParams].map((pair) => pair.map(soundText));
	redirect(303, `?${new URLSearchParams(sound)}`);
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
export function protect(event: RequestEvent, given: Response): Response {
	const response = markOutage(event, given);
	const { headers } = response;
	headers.set('x-content-type-options', 'nosniff');
	headers.set('referrer-policy', 'same-origin');
	headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
	limitSockets(headers, event.url);
	if (event.route.id?.startsWith('/(embed)/')) letBeFramed(headers);
	if (event.url.protocol === 'https:') headers.set('strict-transport-security', 'max-age=31536000');
	// What is public may be read by anybody's page; who is known never.
	if (isPublicReading(event)) headers.set('access-control-allow-origin', '*');
	// Files named by their content are the same for everybody; all else may be about one person.
	const { actor, screen } = event.locals;
	if ((actor || screen) && !headers.get('cache-control')?.includes('immutable'))
		headers.set('cache-control', 'private, no-store');
	return response;
}

/** What other sites show in a frame; it never knows who looks at it. */
function letBeFramed(headers: Headers): void {
	const policy = headers.get('content-security-policy');
	if (policy)
		headers.set(
			'content-security-policy',
			policy.replace("frame-ancestors 'none'", 'frame-ancestors *'),
		);
}

/** Older browsers don't count a socket to our own host as "self". */
function limitSockets(headers: Headers, { host, protocol }: URL): void {
	const policy = headers.get('content-security-policy');
	if (!policy || !/^[\w.:[\]-]+$/.test(host)) return;
	const socket = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}`;
	headers.set(
		'content-security-policy',
		policy.replace("connect-src 'self'", `connect-src 'self' ${socket}`),
	);
}

/** When to try again, in seconds; room on a disk is made by a person. */
const retryAfter = (code: string) => (code === 'diskFull' ? '60' : '5');

/** SvelteKit knows nothing between what was foreseen and a defect, which it answers with 500. */
function markOutage(event: RequestEvent, response: Response): Response {
	const { outage } = event.locals;
	if (!outage || response.status !== 500) return response;
	const { body, headers } = response;
	headers.set('retry-after', retryAfter(outage));
	return new Response(body, { status: 503, headers });
}

/**
 * The answer where not even the visitor is known, because the database isn't there, or nothing is done for
 * them by now.
 * @throws what is no outage.
 */
export async function answerOutage(event: RequestEvent, thrown: unknown): Promise<Response> {
	if (thrown instanceof TooManyError) return tooMany(event);
	const outage = noted(thrown);
	if (!(outage instanceof UnavailableError)) throw thrown;
	if (isApi(event)) return problem(503, outage.code, { id: requestId() });
	const { common } = await loadMessages(event.locals.locale);
	const { unavailableTitle, unavailable } = common.errors;
	return text(`${unavailableTitle}\n\n${unavailable[outage.code]} ${requestId()}\n`, {
		status: 503,
		headers: { 'retry-after': retryAfter(outage.code) },
	});
}

async function tooMany({ locals }: RequestEvent): Promise<Response> {
	const { common } = await loadMessages(locals.locale);
	const headers = { 'retry-after': retryAfter('tooManyRequests') };
	return text(`${common.errors.tooMany}\n`, { status: 429, headers });
}

/** RFC 9457 problem document. `code` is stable, for programs. */
export function problem(
	status: number,
	code: string,
	extra: Record<string, unknown> = {},
): Response {
	return json(
		{ type: 'about:blank', status, code, ...extra },
		{
			status,
			headers: {
				'content-type': 'application/problem+json',
				...(status === 503 && { 'retry-after': retryAfter(code) }),
			},
		},
	);
}

/** Runs an API handler; expected errors become problem documents, the only place where they do. */
export async function answer(handler: () => Promise<Response>): Promise<Response> {
	try {
		return await handler();
	} catch (caught) {
		const thrown = noted(caught);
		if (!(thrown instanceof ExpectedError)) throw thrown;
		return problem(thrown.status, thrown.code, {
			detail: thrown.message,
			...(thrown instanceof InvalidError ? { problems: thrown.problems } : {}),
			...(thrown instanceof UnavailableError ? { id: requestId() } : {}),
		});
	}
}

/** Runs a page's load function; expected errors become SvelteKit's error page. */
export async function pageData<Data>(load: () => Promise<Data>): Promise<Data> {
	try {
		return await load();
	} catch (caught) {
		const thrown = noted(caught);
		// SvelteKit hands an outage to `reportDefect`, which gives the page its id.
		if (thrown instanceof ExpectedError && !(thrown instanceof UnavailableError))
			error(thrown.status, thrown.code);
		throw thrown;
	}
}

interface RefusedForm {
	problems: Problem[];
	entered: Record<string, string>;
	/** What it is about has changed meanwhile: the frame of the page says so. */
	conflict?: true;
}

/**
 * Runs a form's action: what was entered comes back with its faults, or with the word that somebody did
 * something before, so that nothing is typed twice.
 */
export async function formAnswer<Done>(
	entered: Record<string, string>,
	act: () => Promise<Done>,
): Promise<Done | ActionFailure<RefusedForm>> {
	return pageData(async () => {
		try {
			return await act();
		} catch (thrown) {
			if (thrown instanceof ConflictError)
				return fail(thrown.status, { problems: [], entered, conflict: true });
			if (!(thrown instanceof InvalidError)) throw thrown;
			return fail(thrown.status, { problems: thrown.problems, entered });
		}
	});
}

/** What is thrown further: an outage as such, and what was refused is in the log. */
function noted(thrown: unknown): unknown {
	if (thrown instanceof ForbiddenError) log('warn', 'access.refused', { reason: 'rule' });
	const outage = outageOf(thrown);
	if (outage) log('error', 'outage', { code: outage.code, ...describeError(outage) });
	return outage ?? thrown;
}

/**
 * Logs a defect under an id that the visitor sees as well; the visitor never sees a raw message. What
 * SvelteKit refused, a body that is too large say, is none.
 */
export function reportDefect(thrown: unknown, event: RequestEvent, status: number): App.Error {
	if (isHttpError(thrown) || isRedirect(thrown)) throw thrown;
	// An address that is no text names nothing either.
	if (status === 404 || status === 400) return { message: 'notFound' };
	const id = requestId() ?? randomUUID();
	const outage = outageOf(thrown);
	if (outage) {
		if (!(thrown instanceof UnavailableError))
			log('error', 'outage', { code: outage.code, ...describeError(outage) });
		event.locals.outage = outage.code;
		return { message: outage.code, id };
	}
	if (status < 500) log('warn', 'request.refused', { request: id, status });
	else log('error', 'defect', { request: id, ...describeError(thrown) });
	return { message: 'failed', id };
}
