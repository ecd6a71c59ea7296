import { places, type Places } from './address-words';
import type { Locale } from './types';

/** One level of the addresses, read in both directions. */
class Level {
	readonly #shown = new Map<string, string>();
	readonly #routes = new Map<string, string>();
	readonly #below = new Map<string, Level>();

	constructor(words: Places) {
		for (const [route, place] of Object.entries(words)) {
			const [shown, below] = typeof place === 'string' ? [place, null] : place;
			if (route !== '*') {
				this.#shown.set(route, shown);
				this.#routes.set(shown, route);
			}
			if (below) this.#below.set(route, new Level(below));
		}
	}

	readonly shownOf = (route: string): string => this.#shown.get(route) ?? route;
	/** A route's own English word stands for itself. */
	readonly routeOf = (segment: string): string => this.#routes.get(segment) ?? segment;
	readonly below = (route: string): Level | undefined =>
		this.#below.get(route) ?? (this.#shown.has(route) ? undefined : this.#below.get('*'));
}

const top = new Level(places);

/** `/commune/07294` → `/xa/07294` or `/en/xa/07294`; a query behind it stays. */
export function toAddress(target: string, locale: Locale): string {
	const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(target) ?? [];
	let level: Level | undefined = top;
	const shown = path
		.split('/')
		.slice(1)
		.map((route) => {
			const segment = level?.shownOf(route) ?? route;
			level = level?.below(route);
			return segment;
		});
	const address = `/${shown.join('/')}`;
	return (locale === 'vi' ? address : address === '/' ? '/en' : `/en${address}`) + rest;
}

/** The reverse: which locale an address is in, and the route it stands for. */
export function fromAddress(pathname: string): { locale: Locale; path: string } {
	const english = pathname === '/en' || pathname.startsWith('/en/');
	const shown = english ? pathname.slice(3) || '/' : pathname;
	let level: Level | undefined = top;
	const path = shown
		.split('/')
		.slice(1)
		.map((segment) => {
			const route = level?.routeOf(segment) ?? segment;
			level = level?.below(route);
			return route;
		});
	return { locale: english ? 'en' : 'vi', path: `/${path.join('/')}` };
}

/** Where a page's one address is, if it was asked for by another: each page has exactly one. */
export function soleAddress(pathname: string): string | null {
	const { locale, path } = fromAddress(pathname);
	const address = toAddress(path, locale);
	return address === pathname ? null : address;
}
