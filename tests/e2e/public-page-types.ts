import { existsSync } from 'node:fs';
import { routeAccess } from '../../src/lib/accounts/access/policy.server';
import { fromAddress } from '../../src/lib/messages/addresses';

/** Pages that everybody may open and nobody looks for, each with the reason. */
const notLookedFor: Readonly<Record<string, string>> = {
	'/(public)/province/[unit]': 'of a site about the country alone',
	'/(public)/commune/[unit]/[day]': 'one for each day; the commune leads to them',
	'/(public)/(open)/correction-request/[ticket]': 'for whoever asked, who has its number',
	'/(public)/badge/[token]': 'for whoever holds the badge',
	'/(public)/sign-in': 'a door',
	'/(public)/sign-in/code/[[code]]': 'a door',
	'/(public)/sign-in/second-factor': 'a door',
	'/(public)/sign-in/new-password': 'a door',
	'/(wall)/wall/pairing': 'a door',
	'/(public)/forbidden/[...path]': 'a refusal',
	'/(public)/[...path=page]': 'a refusal',
	'/(embed)/embed/commune/[unit]': 'a frame in other sites',
	'/(embed)/embed/map': 'a frame in other sites',
};

/** Routes of the pages that anybody may look for. */
export const publicPageTypes: readonly string[] = Object.entries(routeAccess)
	.filter(([route, access]) => access === 'everybody' && !(route in notLookedFor))
	.map(([route]) => route)
	.filter((route) => existsSync(`src/routes${route}/+page.svelte`));

const patternOf = (route: string) =>
	new RegExp(`^${route.replace(/\/\([a-z]+\)/g, '').replace(/\[[a-z]+\]/g, '[^/]+') || '/'}$`);

/** The first of these addresses that is of each type; undefined where none is. */
export const oneOfEach = (addresses: readonly string[]): [type: string, address?: string][] =>
	publicPageTypes.map((route) => [
		route,
		addresses.find((each) => patternOf(route).test(fromAddress(each).path)),
	]);

/** The paths that a map for search engines lists, in its order: Vietnamese first. */
export const listedIn = (siteMap: string): string[] =>
	Array.from(
		siteMap.matchAll(/<loc>([^<]+)<\/loc>/g),
		([, found]) => new URL(found ?? '').pathname,
	);

/** As `oneOfEach`, of what a server lists. */
export async function oneOfEachListed(server: string): Promise<[type: string, path?: string][]> {
	return oneOfEach(listedIn(await (await fetch(`${server}/sitemap.xml`)).text()));
}
