import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { lifetimes, longestKept } from '../lifetimes';

/** Bytes of pages as they were written; the oldest make room. */
const mostBytes = 64_000_000;

interface KeptPage {
	/** Nothing that the public sees has changed since it was begun, as far as this tells. */
	mark: number;
	writtenAt: number;
	headers: Record<string, string>;
	body: Buffer;
	/** Compressed for those who ask a second time. */
	packing: Promise<unknown> | null;
	packed: Record<Encoding, Packed> | null;
}

type Encoding = 'br' | 'gzip';
interface Packed {
	body: Buffer;
	/** Names and values in turns, as they went out the first time: nobody puts them together again. */
	head: string[] | null;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Public pages as they were written for somebody who isn't signed in, each until the public sees something else. */
export class PageCache {
	readonly #pages = new Map<string, KeptPage>();
	readonly #writing = new Map<string, Promise<Response>>();
	readonly #mark: () => number;
	readonly #isVisitor: (cookies: string | undefined) => boolean;
	#bytes = 0;

	/**
	 * @param mark grows with everything that the public may see.
	 * @param isVisitor whether these cookies are of somebody who isn't signed in.
	 */
	constructor(mark: () => number, isVisitor: (cookies: string | undefined) => boolean) {
		this.#mark = mark;
		this.#isVisitor = isVisitor;
	}

	/** A page of this address, as it is kept or as `write` writes it: once, however many ask meanwhile. */
	async answer(request: Request, write: () => Promise<Response>): Promise<Response> {
		const headers = Object.fromEntries(request.headers);
		if (!this.#isVisitor(headers['cookie'])) return write();
		const { pathname, search } = new URL(request.url);
		const key = keyOf(pathname + search, headers);
		const others = this.#writing.get(key);
		if (others) await others.catch(() => undefined);
		const kept = this.#current(key);
		if (kept) return responseOf(kept);
		const writing = this.#write(key, write);
		this.#writing.set(key, writing);
		try {
			return await writing;
		} finally {
			if (this.#writing.get(key) === writing) this.#writing.delete(key);
		}
	}

	/**
	 * Answers with what is kept, compressed already, before anything else is done.
	 * @param protect what gives an answer the headers of every answer, before it says any of its own.
	 * @returns false where nothing is kept, with the response as it was.
	 */
	serve(
		request: IncomingMessage,
		response: ServerResponse,
		protect: (response: ServerResponse) => void,
	): boolean {
		const { headers, method, url } = request;
		if ((method !== 'GET' && method !== 'HEAD') || !url) return false;
		if (!this.#isVisitor(headers.cookie)) return false;
		const page = this.#current(keyOf(url, headers));
		if (!page) return false;
		if (headers['if-none-match'] === page.headers['etag']) {
			protect(response);
			response.writeHead(304, page.headers).end();
			return true;
		}
		const encoding = encodingFor(headers['accept-encoding']);
		page.packing ??= pack(page.body).then((packed) => (page.packed = packed));
		if (!encoding || !page.packed) return false;
		const packed = page.packed[encoding];
		if (packed.head) response.writeHead(200, packed.head);
		else {
			protect(response);
			const own = { 'content-encoding': encoding, 'content-length': packed.body.length };
			response.writeHead(200, { ...page.headers, ...own });
			packed.head = Object.entries(response.getHeaders()).flatMap(([name, value]) => [
				name,
				String(value),
			]);
		}
		response.end(method === 'HEAD' ? undefined : packed.body);
		return true;
	}

	/** Forgets all pages: somebody has just changed something here. */
	clear(): void {
		this.#pages.clear();
		this.#bytes = 0;
	}

	#current(key: string): KeptPage | null {
		const page = this.#pages.get(key);
		if (!page) return null;
		if (page.mark === this.#mark() && Date.now() - page.writtenAt < longestKept) return page;
		this.#drop(key, page);
		return null;
	}

	async #write(key: string, write: () => Promise<Response>): Promise<Response> {
		const mark = this.#mark();
		const written = await write();
		if (written.status !== 200 || written.headers.has('set-cookie')) return written;
		const body = Buffer.from(await written.clone().arrayBuffer());
		if (failedInData(written, body)) return written;
		const tag = createHash('sha256').update(body).digest('base64url').slice(0, 22);
		const headers: Record<string, string> = {
			...Object.fromEntries(written.headers),
			'cache-control': lifetimes.page,
			etag: `W/"${tag}"`,
			vary: 'accept-encoding, cookie',
		};
		delete headers['content-length'];
		const page = { mark, writtenAt: Date.now(), headers, body, packing: null, packed: null };
		const former = this.#pages.get(key);
		if (former) this.#drop(key, former);
		this.#pages.set(key, page);
		this.#bytes += body.length;
		for (const [oldest, other] of this.#pages) {
			if (this.#bytes <= mostBytes) break;
			this.#drop(oldest, other);
		}
		return responseOf(page);
	}

	#drop(key: string, page: KeptPage): void {
		if (this.#pages.get(key) !== page) return;
		this.#pages.delete(key);
		this.#bytes -= page.body.length;
	}
}

const responseOf = ({ body, headers }: KeptPage) => new Response(new Uint8Array(body), { headers });

/** SvelteKit answers a script's question for data with 200, also where it failed or leads elsewhere. */
const failedInData = ({ headers }: Response, body: Buffer): boolean =>
	headers.get('content-type')?.includes('json') === true &&
	/"type":"(error|redirect)"/.test(body.toString());

/** In the thread pool, and small rather than fast: many get it. */
async function pack(body: Buffer): Promise<Record<Encoding, Packed>> {
	const params = {
		[constants.BROTLI_PARAM_QUALITY]: 6,
		[constants.BROTLI_PARAM_SIZE_HINT]: body.length,
	};
	const [br, zipped] = await Promise.all([brotli(body, { params }), zip(body, { level: 6 })]);
	return { br: { body: br, head: null }, gzip: { body: zipped, head: null } };
}

/** The page names its own host in its links and its policy, as the request says it. */
const keyOf = (url: string, headers: IncomingHttpHeaders): string =>
	[url, headers.host, ...hostHeaders.map((name) => headers[name] ?? '')].join(' ');

const hostHeaders = ['PROTOCOL_HEADER', 'HOST_HEADER', 'PORT_HEADER'].flatMap((variable) =>
	process.env[variable] ? [process.env[variable].toLowerCase()] : [],
);

const encodingFor = (accepted: string | string[] | undefined): Encoding | undefined => {
	const names = String(accepted ?? '')
		.split(',')
		.filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
		.map((part) => part.split(';')[0]?.trim());
	return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : undefined;
};
