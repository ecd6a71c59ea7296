import { error, type RequestEvent } from '@sveltejs/kit';
import { isApi, problem } from './http';

const kibibyte = 1024;
/** Most parts of a form with files; an upload of 100 files fits, with all fields beside them. */
const mostParts = 1_000;

const isMultipart = (type: string) => /^multipart\/form-data\b/i.test(type);

/**
 * Most bytes of a body. Parsing holds the event loop: a form of 12 MB takes seconds, of texts alone
 * it is never as long as 256 KiB, and 1,000 reports fit into 2 MiB. Only who is signed in sends
 * files; theirs are bounded by BODY_SIZE_LIMIT and by `hasTooManyParts`.
 */
function mostBytes(type: string, isSignedIn: boolean): number {
	if (isMultipart(type) && isSignedIn) return Infinity;
	return (/\bjson\b/i.test(type) ? 2048 : 256) * kibibyte;
}

/** Whether the body is to be refused unparsed: it is too long for its kind, or doesn't say how long it is. */
export function isTooLong({ body, headers }: Request, isSignedIn: boolean): boolean {
	if (body === null) return false;
	const most = mostBytes(headers.get('content-type') ?? '', isSignedIn);
	const length = headers.get('content-length');
	return most < Infinity && (length === null || Number(length) > most);
}

/**
 * The answer to such a body. It is let run out first: whoever still sends wouldn't read an answer.
 * @throws SvelteKit's error page, also where the body is longer than BODY_SIZE_LIMIT.
 */
export async function refuseBody(event: RequestEvent): Promise<Response> {
	await event.request.body?.pipeTo(new WritableStream());
	if (isApi(event)) return problem(413, 'tooLarge', { detail: 'The body is too long.' });
	error(413, 'tooLarge');
}

/** Whether a form has more parts than any of ours, which would take long to parse. */
export const hasTooManyParts = (type: string, body: ArrayBuffer): boolean =>
	isMultipart(type) && countParts(type, body) > mostParts;

function countParts(type: string, body: ArrayBuffer): number {
	const [, quoted, plain = ''] = /\bboundary=(?:"([^"]*)"|([^;\s]*))/i.exec(type) ?? [];
	const mark = `--${quoted ?? plain}`;
	const bytes = Buffer.from(body);
	let parts = 0;
	for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) parts++;
	return parts;
}
