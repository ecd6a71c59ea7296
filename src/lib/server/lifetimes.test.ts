import { expect, it } from 'vitest';
import { lifetimes } from './lifetimes';

const files = import.meta.glob<string>(['/src/lib/**/*.ts', '/src/routes/**/*.ts'], {
	...{ query: '?raw', import: 'default', eager: true },
});

it.each(Object.entries(lifetimes))('lets nobody show a %s older than a minute', (_, lifetime) => {
	const seconds = (directive: string) =>
		Number(new RegExp(`(?:^|, )${directive}=(\\d+)`).exec(lifetime)?.[1] ?? 0);
	const fresh = Math.max(seconds('max-age'), seconds('s-maxage'));
	expect(fresh + seconds('stale-while-revalidate')).toBeLessThanOrEqual(60);
});

it('is the only home of what the public may keep, in a browser too', () => {
	const others = Object.entries(files).filter(
		([path, text]) =>
			!/\.test\.ts$|\/lifetimes\.ts$/.test(path) && /(?:public|private), max-age/.test(text),
	);
	expect(Object.keys(files).length).toBeGreaterThan(100);
	expect(others.map(([path]) => path)).toEqual([]);
});
