import { describe, expect, it } from 'vitest';
import { places, type Places } from './address-words';
import { fromAddress, soleAddress, toAddress } from './addresses';

it.each([
	['/', '/'],
	['/awards', '/thi-dua'],
	['/awards/new', '/thi-dua/them'],
	['/awards/3/criteria', '/thi-dua/3/tieu-chi'],
	['/awards/3/back-checks/7/sheet', '/thi-dua/3/kiem-tra-ngau-nhien/7/phieu'],
	['/awards/3/papers/dossier/8', '/thi-dua/3/van-ban/ho-so/8'],
	['/award-season/3/check', '/thi-dua-cong-khai/3/kiem-chung'],
	['/method/privacy', '/phuong-phap/so-nho'],
	['/privacy', '/rieng-tu'],
	['/teams/3/papers/5', '/to-cong-nghe-so/3/van-ban/5'],
	['/teams/mergers', '/to-cong-nghe-so/sap-nhap'],
	['/teams/3/merge', '/to-cong-nghe-so/3/sap-nhap'],
	['/teams/zalo/export', '/to-cong-nghe-so/zalo/xuat-tep'],
	['/reports/07294/2026-10/roll-up', '/bao-cao/07294/2026-10/tong-hop'],
	['/commune/99101-an/card.png', '/xa/99101-an/anh-chia-se.png'],
	['/map.svg', '/ban-do.svg'],
	['/embed/commune/99101', '/nhung/xa/99101'],
	['/api/v1/data', '/api/v1/data'],
])('%s is shown as %s', (path, address) => {
	expect(toAddress(path, 'vi')).toBe(address);
	expect(fromAddress(address)).toEqual({ locale: 'vi', path });
	expect(toAddress(path, 'en')).toBe(address === '/' ? '/en' : `/en${address}`);
	expect(fromAddress(`/en${address}`)).toEqual({ locale: 'en', path });
});

it('leaves names, numbers and whatever stands behind the path as they are', () => {
	expect(toAddress('/administration/users/edit', 'vi')).toBe('/quan-tri/tai-khoan/edit');
	expect(toAddress('/commune/constructor', 'vi')).toBe('/xa/constructor');
	expect(fromAddress('/constructor/__proto__').path).toBe('/constructor/__proto__');
	expect(toAddress('/teams/new?don-vi=7#reports', 'vi')).toBe(
		'/to-cong-nghe-so/them?don-vi=7#reports',
	);
});

it('leads from a route of its own name to its one address', () => {
	expect(soleAddress('/thi-dua/3/criteria')).toBe('/thi-dua/3/tieu-chi');
	expect(soleAddress('/to-cong-nghe-so/new')).toBe('/to-cong-nghe-so/them');
	expect(soleAddress('/en/sign-in/code/AB')).toBe('/en/dang-nhap/ma/AB');
	expect(soleAddress('/to-cong-nghe-so/them')).toBeNull();
	expect(soleAddress('/en')).toBeNull();
	expect(soleAddress('//example.org/sign-in')).toBeNull();
});

describe('all routes', () => {
	const files = Object.keys(import.meta.glob('../../routes/**/+{page,server}*'));
	const routes = [
		...new Set(
			files.map((file) => file.replace('../../routes', '').replace(/\/\+[^/]+$|\/\([a-z]+\)/g, '')),
		),
	];
	const filledIn = (route: string, value: string) => route.replace(/\[+[^\]]+\]+/g, value);

	/** Asked for by machines, under names of their own, and a name that is one in both languages. */
	const machines = /^\/(api\/|healthz$|readyz$|robots\.txt$|sitemap\.xml$)/;
	const kept = new Set(['atom.xml', 'dcat.jsonld', 'zalo']);

	it('are found', () => {
		expect(routes).toContain('/teams/[team]/members/new');
		expect(routes).toContain('/healthz');
	});

	it('have a Vietnamese word for every segment', () => {
		const english = routes
			.filter((route) => !machines.test(route))
			.flatMap((route) => {
				const shown = toAddress(filledIn(route, '7'), 'vi').split('/');
				return route
					.split('/')
					.filter((segment, index) => {
						const isName = segment !== '' && !segment.startsWith('[') && !kept.has(segment);
						return isName && shown[index] === segment;
					})
					.map((segment) => `${route}: ${segment}`);
			});
		expect(english).toEqual([]);
	});

	it('are found again by their address, none by that of another', () => {
		const addresses = routes.map((route) => {
			const path = filledIn(route, '7') || '/';
			expect(fromAddress(toAddress(path, 'vi'))).toEqual({ locale: 'vi', path });
			expect(fromAddress(toAddress(path, 'en'))).toEqual({ locale: 'en', path });
			return toAddress(path, 'vi');
		});
		// Two routes of one pattern differ in what their parameters may be.
		expect(new Set(addresses).size).toBe(new Set(routes.map((route) => filledIn(route, '7'))).size);
	});

	const hasSibling = (parent: string[], name: string) =>
		routes.some(
			(route) =>
				route.startsWith([...parent, name, ''].join('/')) || route === [...parent, name].join('/'),
		);

	it.each(['them', 'new', 'edit', 'sua', 'tep', '2026-10', '07294-an', '%C4%91', ''])(
		'keep %j where nothing has that name',
		(value) => {
			const changed = routes.filter((route) => {
				const segments = route.split('/');
				const shown = toAddress(filledIn(route, value), 'vi').split('/');
				return segments.some(
					(segment, index) =>
						segment.startsWith('[') &&
						!hasSibling(segments.slice(0, index), value) &&
						shown[index] !== filledIn(segment, value),
				);
			});
			expect(changed).toEqual([]);
		},
	);
});

it('a level says no word twice, in neither language', () => {
	const clashes = (level: Places, under: string): string[] =>
		Object.entries(level).flatMap(([route, place]) => {
			const [shown, below] = typeof place === 'string' ? [place, {}] : place;
			const same = Object.entries(level).filter(
				([other, word]) =>
					other !== route && [other, typeof word === 'string' ? word : word[0]].includes(shown),
			);
			const clash = same.map(([other]) => `${under}/${route}, ${other}: ${shown}`);
			return [...clash, ...clashes(below, `${under}/${route}`)];
		});
	expect(clashes(places, '')).toEqual([]);
});
