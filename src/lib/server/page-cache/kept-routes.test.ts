import { expect, it } from 'vitest';
import { parameters } from '../../coverage/explorer/selection';
import { dividerParameter } from '../../map/compare/divider';
import { keptRoutes } from './kept-routes';

const files = import.meta.glob<string>('/src/routes/**/*.ts', {
	...{ query: '?raw', import: 'default', eager: true },
});

it('knows what a map reads of its address', () => {
	expect(keptRoutes['/(public)']?.toSorted()).toEqual(
		[...Object.values(parameters), dividerParameter].toSorted(),
	);
});

it('knows what the files of each page read of its address', () => {
	const read = /searchParams\.(?:get|getAll|has)\('([a-z-]+)'/g;
	const missing = Object.entries(keptRoutes).flatMap(([route, names]) => {
		const own = Object.entries(files).filter(
			([path]) => path.replace(/^\/src\/routes/, '').replace(/\/[^/]+$/, '') === route,
		);
		const asked = own.flatMap(([, text]) => [
			...[...text.matchAll(read)].map(([, name = '']) => name),
			...(text.includes('pageNumber(') ? ['trang'] : []),
			...(/loadCommune\(|loadMap\(|loadIndicator\(|loadComparison\(/.test(text) ? ['thang'] : []),
			...(text.includes('askedVersion(') ? ['thang', 'so'] : []),
		]);
		return asked.filter((name) => !names.includes(name)).map((name) => `${route} ${name}`);
	});
	expect(Object.keys(files).length).toBeGreaterThan(100);
	expect(missing).toEqual([]);
});
