import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { lifetimes, longestKept } from '../lifetimes';
import { MostRecent } from '../most-recent';
import { NetworkTurns } from './network-turns';
import { encodingFor, isPackable, pack, type Encoding } from './pack';
import { keyOf, soleQuery } from './page-key';

/** Bytes of pages, as they were written and compressed; the oldest make room. */
const mostBytes = 64_000_000;
/** Paths of which it is known what their pages read. */
const mostPaths = 10_000;

interface KeptPage {
	/** Nothing that the public sees has changed since it was begun, as far as this tells. */
	mark: number;
	writtenAt: number;
	headers: Record<string, string>;
	body: Buffer;
	/** As it goes out: whole where there is nothing to compress, else compressed for those who ask a second time. */
	forms: Partial<Record<Encoding | 'whole', Form>>;
	packing: Promise<void> | null;
	bytes: number;
}

interface Form {
	body: Buffer;
	/** Names and values in turns, as they went out the first time: nobody puts them together again. */
	head: string[] | null;
}

export interface AskedPage {
	request: Request;
	/** The parameters that the page reads. */
	names: readonly string[];
	/** Whose turn it takes to have it written. */
	network: string;
}

/** Public pages as they were written for somebody who isn't signed in, each until the public sees something else. */
export class PageCache {
	readonly #pages = new Map<string, KeptPage>();
	readonly #writing = new Map<string, Promise<Response>>();
	/** What the page of a path reads. */
	readonly #names = new MostRecent<readonly string[]>(mostPaths);
	readonly #turns = new NetworkTurns();
	readonly #mark: () => number;
	readonly #isVisitor: (cookies: string | undefined) => boolean;
	/** How often everything was forgotten. */
	#age = 0;
	#bytes = 0;

	/**
	 * @param mark grows with everything that the public may see.
	 * @param isVisitor whether these cookies are surely of somebody who isn't signed in.
	 */
	constructor(mark: () => number, isVisitor: (cookies: string | undefined) => boolean) {
		this.#mark = mark;
		this.#isVisitor = isVisitor;
	}

	/**
	 * A page of this address for a visitor, as it is kept or as `write` writes it: once, however many ask; 304 for
	 * whoever has it.
	 * @throws TooManyError where too many of one network wait for pages.
	 */
	async answer(asked: AskedPage, write: () => Promise<Response>): Promise<Response> {
		const page = await this.#pageOf(asked, write);
		const known = asked.request.headers.get('if-none-match');
		// SvelteKit takes the mark of a weak tag off what is asked, and not off what is answered.
		if (known === null || known !== page.headers.get('etag')) return page;
		return new Response(null, { status: 304, headers: page.headers });
	}

	async #pageOf(asked: AskedPage, write: () => Promise<Response>): Promise<Response> {
		const { pathname, searchParams } = new URL(asked.request.url);
		const headers = Object.fromEntries(asked.request.headers);
		const key = keyOf(pathname + soleQuery(searchParams, asked.names), headers);
		this.#names.keep(pathname, asked.names);
		if (this.#writing.has(key)) await this.#othersOf(key);
		const kept = this.#current(key);
		if (kept) return responseOf(kept);
		return this.#turns.take(asked.network, () => this.#begin(key, write));
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
		const page = this.#current(keyOf(this.#soleAddress(url), headers));
		if (!page) return false;
		if (headers['if-none-match'] === page.headers['etag']) {
			protect(response);
			response.writeHead(304, page.headers).end();
			return true;
		}
		if (!page.forms.whole) page.packing ??= this.#pack(page);
		const encoding = page.forms.whole ? 'whole' : encodingFor(headers['accept-encoding']);
		const form = encoding && page.forms[encoding];
		if (!form) return false;
		if (form.head) response.writeHead(200, form.head);
		else {
			protect(response);
			const own = {
				...(encoding !== 'whole' && { 'content-encoding': encoding }),
				'content-length': form.body.length,
			};
			response.writeHead(200, { ...page.headers, ...own });
			form.head = Object.entries(response.getHeaders()).flatMap(([name, value]) => [
				name,
				String(value),
			]);
		}
		response.end(method === 'HEAD' ? undefined : form.body);
		return true;
	}

	/** Forgets all pages: somebody has just changed something here. */
	clear(): void {
		this.#age += 1;
		this.#pages.clear();
		this.#bytes = 0;
	}

	#soleAddress(url: string): string {
		const end = url.indexOf('?');
		if (end === -1) return url;
		const path = url.slice(0, end);
		const names = this.#names.get(path);
		return names ? path + soleQuery(new URLSearchParams(url.slice(end)), names) : url;
	}

	/** Until what somebody else has written is there, or isn't. */
	async #othersOf(key: string): Promise<void> {
		await this.#writing.get(key)?.catch(() => undefined);
	}

	async #begin(key: string, write: () => Promise<Response>): Promise<Response> {
		// Others may have begun while a turn was waited for.
		if (this.#writing.has(key)) await this.#othersOf(key);
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

	#current(key: string): KeptPage | null {
		const page = this.#pages.get(key);
		if (!page) return null;
		if (page.mark === this.#mark() && Date.now() - page.writtenAt < longestKept) return page;
		this.#drop(key, page);
		return null;
	}

	async #write(key: string, write: () => Promise<Response>): Promise<Response> {
		const [mark, age] = [this.#mark(), this.#age];
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
		const forms = isPackable(headers['content-type'] ?? '') ? {} : { whole: { body, head: null } };
		const page = {
			...{ mark, writtenAt: Date.now(), headers, body },
			...{ forms, packing: null, bytes: body.length },
		};
		if (age === this.#age) this.#keep(key, page);
		return responseOf(page);
	}

	#keep(key: string, page: KeptPage): void {
		const former = this.#pages.get(key);
		if (former) this.#drop(key, former);
		this.#pages.set(key, page);
		this.#grow(page.bytes);
	}

	#grow(bytes: number): void {
		this.#bytes += bytes;
		for (const [oldest, page] of this.#pages) {
			if (this.#bytes <= mostBytes) break;
			this.#drop(oldest, page);
		}
	}

	async #pack(page: KeptPage): Promise<void> {
		const { br, gzip } = await pack(page.body);
		page.forms = { br: { body: br, head: null }, gzip: { body: gzip, head: null } };
		const isKept = [...this.#pages.values()].includes(page);
		if (!isKept) return;
		page.bytes += br.length + gzip.length;
		this.#grow(br.length + gzip.length);
	}

	#drop(key: string, page: KeptPage): void {
		if (this.#pages.get(key) !== page) return;
		this.#pages.delete(key);
		this.#bytes -= page.bytes;
	}
}

const responseOf = ({ body, headers }: Pick<KeptPage, 'body' | 'headers'>) =>
	new Response(new Uint8Array(body), { headers });

/** SvelteKit answers a script's question for data with 200, also where it failed or leads elsewhere. */
const failedInData = ({ headers }: Response, body: Buffer): boolean =>
	headers.get('content-type')?.includes('json') === true &&
	/"type":"(error|redirect)"/.test(body.toString());
