import { expect, it } from 'vitest';
import config from '../../../svelte.config.js';
import { routeAccess } from './policy.server';

const files = Object.keys(import.meta.glob('../../routes/**/+{page,server}*'));
const existing = new Set(
	files.map((file) => file.replace('../../routes', '').replace(/\/\+[^/]+$/, '') || '/'),
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

it("SvelteKit's check of forms from other sites stays on", () => {
	expect(config.kit).not.toHaveProperty('csrf');
});
