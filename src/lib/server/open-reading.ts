import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { problem } from './http';
import { network } from './network';

/** How often one network may ask in a minute. */
export const paces = {
	/** Enough to fetch years of months at once, too little to keep a server busy. */
	files: 300,
	/** What our own pages ask for again and again: many of them may be behind one address. */
	pages: 12_000,
} as const;
type Pace = keyof typeof paces;

const limiter = (pace: Pace) => new RateLimiterMemory({ points: paces[pace], duration: 60 });
const limiters = { files: limiter('files'), pages: limiter('pages') };

/** Anybody's page may read what is public; it never sees anything of a signed-in visitor. */
const forEverybody = {
	'access-control-allow-origin': '*',
	'access-control-expose-headers': 'etag, content-location, retry-after, link',
};

export interface Readable {
	/** Another one for another content. */
	tag: string;
	headers: Record<string, string>;
	read: () => Promise<Uint8Array>;
}

/** Of a reading that is made anew for each question: its tag is that of what it says. */
export function readableJson(json: string, cacheControl: string): Readable {
	return {
		tag: `"${createHash('sha256').update(json).digest('base64url')}"`,
		headers: { 'content-type': 'application/json', 'cache-control': cacheControl },
		read: () => Promise.resolve(new TextEncoder().encode(json)),
	};
}

/**
 * Answers a program that reads public data: by 304 what it has already, by 429 what
 * is too much.
 */
export async function answerReading(
	{ request, address, pace }: { request: Request; address: string; pace: Pace },
	open: () => Promise<Readable>,
): Promise<Response> {
	const wait = await waitingSeconds(limiters[pace], address);
	if (wait > 0) {
		const response = problem(429, 'tooManyRequests');
		for (const [name, value] of Object.entries(forEverybody)) response.headers.set(name, value);
		response.headers.set('retry-after', String(wait));
		return response;
	}
	const { tag, headers, read } = await open();
	const shared = { ...forEverybody, ...headers, etag: tag };
	if (hasAlready(request.headers.get('if-none-match'), tag))
		return new Response(null, { status: 304, headers: shared });
	const bytes = await read();
	return new Response(asItIs(bytes), {
		headers: { ...shared, 'content-length': String(bytes.length) },
	});
}

/** Answers somebody signed in, whose browser keeps nothing of it. */
export async function answerPrivately({ headers, read }: Omit<Readable, 'tag'>): Promise<Response> {
	const bytes = await read();
	return new Response(asItIs(bytes), {
		headers: { ...headers, 'cache-control': 'no-store', 'content-length': String(bytes.length) },
	});
}

/** A body of bytes would be copied for everybody who asks. */
const asItIs = (bytes: Uint8Array) =>
	new ReadableStream<Uint8Array>({
		start(controller) {
			controller.enqueue(bytes);
			controller.close();
		},
	});

/** A proxy that packs an answer makes its tag a weak one. */
const hasAlready = (given: string | null, tag: string): boolean =>
	(given ?? '')
		.split(',')
		.map((each) => each.trim())
		.some((each) => strong(each) === strong(tag) || each === '*');

const strong = (tag: string) => tag.replace(/^W\//, '');

async function waitingSeconds(readings: RateLimiterMemory, address: string): Promise<number> {
	try {
		await readings.consume(network(address));
		return 0;
	} catch (refused) {
		if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000);
		throw refused;
	}
}
