import { expect, it } from 'vitest';
import { lifetimes, longestKept } from './lifetimes';

const files = import.meta.glob<string>(['/src/lib/**/*.ts', '/src/routes/**/*.ts'], {
	...{ query: '?raw', import: 'default', eager: true },
});

const seconds = (lifetime: string, directive: string): number | undefined => {
	const found = new RegExp(`(?:^|, )${directive}=(\\d+)`).exec(lifetime)?.[1];
	return found === undefined ? undefined : Number(found);
};

it.each(Object.entries(lifetimes))(
	'lets nobody show a %s older than a minute, who took it from a proxy that took it from us',
	(name, lifetime) => {
		const [browsers = 0, stale = 0] = ['max-age', 'stale-while-revalidate'].map((each) =>
			seconds(lifetime, each),
		);
		const isShared = lifetime.startsWith('public') && !lifetime.includes('no-cache');
		const proxies = isShared ? (seconds(lifetime, 's-maxage') ?? browsers) + stale : 0;
		const own = name === 'page' ? longestKept / 1000 : 0;
		expect(own + proxies + browsers + stale).toBeLessThanOrEqual(60);
	},
);

it.each(Object.entries(lifetimes))(
	'lets nobody show a %s for long after we stopped answering, for it may have been taken down',
	(_, lifetime) => {
		expect(seconds(lifetime, 'stale-if-error') ?? 0).toBeLessThanOrEqual(300);
	},
);

it('is the only home of what the public may keep, in a browser too', () => {
	const others = Object.entries(files).filter(
		([path, text]) =>
			!/\.test\.ts$|\/lifetimes\.ts$/.test(path) && /(?:public|private), max-age/.test(text),
	);
	expect(Object.keys(files).length).toBeGreaterThan(100);
	expect(others.map(([path]) => path)).toEqual([]);
});
