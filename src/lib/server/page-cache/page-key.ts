import type { IncomingHttpHeaders } from 'node:http';

/** SvelteKit's own: they say which part of a page's data a script asks for. */
const ofScripts = ['x-sveltekit-invalidated', 'x-sveltekit-trailing-slash'];

/** What of a query decides on a page that reads these parameters, alike in whatever order they stand. */
export function soleQuery(query: URLSearchParams, names: readonly string[]): string {
	const known = [...query].filter(([name]) => names.includes(name) || ofScripts.includes(name));
	const sole = new URLSearchParams(known);
	sole.sort();
	return sole.size === 0 ? '' : `?${sole}`;
}

/** The page names its own host in its links and its policy, as the request says it where ORIGIN doesn't. */
export const keyOf = (address: string, headers: IncomingHttpHeaders): string =>
	[address, ...hostHeaders.map((name) => headers[name] ?? '')].join(' ');

const hostHeaders = process.env.ORIGIN
	? []
	: [
			'host',
			...['PROTOCOL_HEADER', 'HOST_HEADER', 'PORT_HEADER'].flatMap((variable) =>
				process.env[variable] ? [process.env[variable].toLowerCase()] : [],
			),
		];
