import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeProvince } from '../../../tests/database/province';
import { listPaths } from './list-paths.server';

describeDatabase('the site map for search engines', (handle) => {
	const today = '2026-11-20';

	it('names each province once where the site is about the country, and none where it is about one', () =>
		rolledBack(handle(), async (database) => {
			await makeProvince(database, { communes: 2, villages: 1 });
			const provinces = (paths: string[]) => paths.filter((path) => path.startsWith('/province/'));
			const ofCountry = await listPaths(database, 'VN98', today);
			expect(provinces(ofCountry)).toEqual(['/province/98-thu-nghiem']);
			expect(ofCountry).toContain('/commune/98001-xa-1');
			expect(provinces(await listPaths(database, '98', today))).toEqual([]);
		}));
});
