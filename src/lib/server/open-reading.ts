import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { problem } from './http';
import { network } from './network';

/** Enough to fetch years of months at once, too little to keep a server busy. */
const readings = new RateLimiterMemory({ points: 300, duration: 60 });

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

/**
 * Answers a program that reads public data: by 304 what it has already, by 429 what
 * is too much.
 */
export async function answerReading(
	{ request, address }: { request: Request; address: string },
	open: () => Promise<Readable>,
): Promise<Response> {
	const wait = await waitingSeconds(address);
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
	return new Response(new Uint8Array(bytes), {
		headers: {
			...shared,
			'content-length': String(bytes.length),
		},
	});
}

/** A proxy that packs an answer makes its tag a weak one. */
const hasAlready = (given: string | null, tag: string): boolean =>
	(given ?? '')
		.split(',')
		.map((each) => each.trim().replace(/^W\//, ''))
		.some((each) => each === tag || each === '*');

async function waitingSeconds(address: string): Promise<number> {
	try {
		await readings.consume(network(address));
		return 0;
	} catch (refused) {
		if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000);
		throw refused;
	}
}
