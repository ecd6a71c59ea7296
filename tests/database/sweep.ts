import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { isHttpError, isRedirect } from '@sveltejs/kit';
import { mayOpen, routeAccess } from '../../src/lib/accounts/access/policy.server';
import type { Actor } from '../../src/lib/contracts/accounts';
import { nomineePapers, seasonPapers } from '../../src/lib/contracts/awards/paper-settings';
import type { DatabaseHandle } from '../../src/lib/server/db/client';
import { ExpectedError } from '../../src/lib/server/errors';
import type { Played } from './recused-worlds';
import { hear, type Heard } from './statements';

type Handler = (event: unknown) => unknown;

const modules = import.meta.glob<Partial<Record<'load' | 'GET', Handler>>>([
	'../../src/routes/**/+page.server.ts',
	'../../src/routes/**/+server.ts',
]);
export const layouts = import.meta.glob<Partial<Record<'load', Handler>>>(
	'../../src/routes/**/+layout.server.ts',
);
const handlersOf = async (route: string): Promise<Handler[]> => {
	const found: Handler[] = [];
	for (const file of ['+page.server.ts', '+server.ts']) {
		const module = await modules[`../../src/routes${route}/${file}`]?.();
		for (const handler of [module?.load, module?.GET]) if (handler) found.push(handler);
	}
	return found;
};

/** What could stand in each place of an address; a nominee is each of them in turn. */
function addressesOf(route: string, { seasonId, own, ofOwn, foreign, season, rooms }: Played) {
	const units = [season.one, season.other].flatMap(({ code, villages }) => [
		...[code, ...villages.map((village) => village.code)],
	]);
	const places: Record<string, readonly (string | number)[]> = {
		season: [seasonId],
		nomination: [own, ofOwn, foreign],
		evidence: [1, 4, 7],
		unit: route.includes('/awards/') ? units : [season.one.code],
		period: ['2026-06'],
		...{ round: [rooms.round], version: [rooms.version] },
		paper: route.includes('[nomination]') ? nomineePapers : seasonPapers,
	};
	let addresses: Record<string, string>[] = [{}];
	for (const [, name = ''] of route.matchAll(/\[+(?:\.\.\.)?(\w+)(?:=\w+)?\]+/g))
		addresses = (places[name] ?? ['1']).flatMap((value) =>
			addresses.map((address) => ({ ...address, [name]: String(value) })),
		);
	return addresses;
}

const queriesOf = (route: string, { own, ofOwn, foreign }: Played): string[] => {
	if (route.endsWith('/compare'))
		return ['', `?de-cu=${foreign}&de-cu=${own}`, `?de-cu=${ofOwn}`, `?de-cu=${foreign}`];
	return route.startsWith('/api/') ? ['?stream=internal&after=0&q=xa'] : [''];
};

const isRefusal = (thrown: unknown) =>
	isHttpError(thrown) || isRedirect(thrown) || thrown instanceof ExpectedError;

/**
 * What one address answers, whole: status, kind and bytes, or the data that a page is made from.
 * @throws whatever is no refusal: two equal defects would prove nothing.
 */
async function ask(handler: Handler, event: object): Promise<string> {
	try {
		const answer = await handler(event);
		if (answer instanceof Response && answer.status >= 500)
			throw new Error(`${answer.status} ${await answer.text()}`);
		if (!(answer instanceof Response)) return inspect(answer, whole).replace(drawn, 'drawn');
		const bytes = createHash('sha256').update(new Uint8Array(await answer.arrayBuffer()));
		return `${answer.status} ${inspect([...answer.headers], whole)} ${bytes.digest('hex')}`;
	} catch (thrown) {
		if (!isRefusal(thrown) || (isHttpError(thrown) && thrown.status >= 500))
			throw new Error(`${inspect(event, { depth: 1 })} isn't refused but fails`, { cause: thrown });
		return `refused: ${inspect(thrown, { ...whole, depth: 3 }).split('\n    at ')[0] ?? ''}`;
	}
}
/** Forms are told apart by what is drawn for each showing of their page. */
const drawn = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const whole = { depth: Infinity, maxArrayLength: Infinity, maxStringLength: Infinity } as const;

/** An event as handlers are given it, of one who is signed in. */
function eventOf(
	handle: DatabaseHandle,
	actor: Actor,
	{ route, params, query }: { route: string; params: Record<string, string>; query: string },
): object {
	const url = new URL(`http://localhost/x${query}`);
	const locals = { actor, handle, locale: 'vi', sessionHash: null, outage: null };
	return {
		...{ params, url, locals, route: { id: route }, request: new Request(url) },
		...{ cookies: { get: () => undefined, set: () => undefined, delete: () => undefined } },
		...{ depends: () => undefined, setHeaders: () => undefined, isDataRequest: false },
		...{ parent: () => Promise.resolve({}), untrack: (read: () => unknown) => read() },
		getClientAddress: () => '127.0.0.1',
	};
}

/** Every route of the policy table that the account may open, as it answers, and what is around its pages. */
export async function sweep(handle: DatabaseHandle, actor: Actor, played: Played, part = '') {
	const answers = new Map<string, Heard>();
	for (const route of Object.keys(routeAccess)) {
		if (!mayOpen(route, actor) || !route.includes(part)) continue;
		for (const handler of await handlersOf(route))
			for (const params of addressesOf(route, played))
				for (const query of queriesOf(route, played)) {
					const event = eventOf(handle, actor, { route, params, query });
					const address = `${route} ${JSON.stringify(params)}${query}`;
					answers.set(address, await hear(() => ask(handler, event)));
				}
	}
	for (const [file, read] of Object.entries(layouts)) {
		const { load } = await read();
		if (!load) continue;
		const event = eventOf(handle, actor, { route: '/', params: {}, query: '' });
		answers.set(file, await hear(() => ask(load, event)));
	}
	return answers;
}
