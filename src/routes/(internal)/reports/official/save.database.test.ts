import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../../tests/database';
import { makeAccount, makeProvince } from '../../../../../tests/database/province';
import { syncCatalogue } from '$lib/indicators/sync.server';
import { officialReport } from '$lib/server/db/schema';
import { actions } from './+page.server';

describeDatabase('what is written into a report', (handle) => {
	it('is kept for the unit that the address names, and for none where it is another’s', () =>
		rolledBack(handle(), async (database) => {
			await syncCatalogue(database);
			const { communes } = await makeProvince(database, { communes: 2, villages: 1 });
			const [own, other] = communes;
			if (!own || !other) throw new Error('two communes');
			const actor = await makeAccount(database, 'clerk', 'reporter', own.id);
			const save = async (unit: string) => {
				const url = new URL(`http://localhost/bao-cao/official?ky=2026-10&don-vi=${unit}`);
				const body = new URLSearchParams({ place: 'Xã', issuingBody: 'UBND', numberSuffix: 'BC' });
				const event = {
					...{ url, request: new Request(url, { method: 'POST', body }) },
					locals: { actor, handle: { ...handle(), database }, locale: 'vi' },
				};
				return actions['default']?.(event as unknown as Parameters<typeof actions.default>[0]);
			};
			for (const unit of [other.code, '98', '97', 'x'])
				await expect(save(unit)).rejects.toMatchObject({ status: 404 });
			expect(await database.select().from(officialReport)).toEqual([]);
			expect(await save(own.code)).toEqual({ saved: true });
			expect(await database.select().from(officialReport)).toMatchObject([{ unitId: own.id }]);
		}));
});
