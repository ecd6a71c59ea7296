import { expect, it } from 'vitest';
import { keptRoutes } from '../../server/page-cache/kept-routes';
import { routeAccess } from './policy.server';

const files = Object.keys(import.meta.glob('../../../routes/**/+{page,server}*'));
const existing = new Set(
	files.map((file) => file.replace('../../../routes', '').replace(/\/\+[^/]+$/, '') || '/'),
);

it('finds the routes', () => {
	expect(existing).toContain('/(public)/sign-in');
	expect(existing).toContain('/sign-out');
});

it('every route says who may open it', () => {
	expect([...existing].filter((route) => !Object.hasOwn(routeAccess, route))).toEqual([]);
});

it('nothing is said about routes that do not exist', () => {
	expect(Object.keys(routeAccess).filter((route) => !existing.has(route))).toEqual([]);
});

it('pages for everybody are kept for the next visitor, but for those that a cookie or a form decides on', () => {
	const pages = files
		.filter((file) => file.includes('+page'))
		.map((file) => file.replace('../../../routes', '').replace(/\/\+[^/]+$/, ''));
	const open = new Set(pages.filter((route) => routeAccess[route] === 'everybody'));
	const ofOne = /^\/(\(internal\)|\(wall\)|\(public\)\/(sign-in|badge|forbidden|\[\.\.\.path))/;
	expect(
		[...open].filter((route) => !Object.hasOwn(keptRoutes, route) && !ofOne.test(route)),
	).toEqual([]);
	expect(Object.keys(keptRoutes).filter((route) => routeAccess[route] !== 'everybody')).toEqual([]);
});
