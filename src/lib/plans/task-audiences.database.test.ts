import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeProvince } from '../../../tests/database/province';
import { readAudiences } from './task-audiences.server';

describeDatabase('whom a task may be given to', (handle) => {
	it('is of the levels that have units, and a team’s is its own', () =>
		rolledBack(handle(), async (database) => {
			const { provinceId, communes } = await makeProvince(database, { communes: 2, villages: 2 });
			const communeId = communes[0]?.id ?? 0;
			const audiencesOf = (unitId: number, isOfTeam = false) =>
				readAudiences(database, { unitId, isOfTeam }, '2026-05-04');
			expect(await audiencesOf(provinceId)).toEqual(['own', 'commune', 'village']);
			expect(await audiencesOf(communeId)).toEqual(['own', 'village']);
			expect(await audiencesOf(communeId, true)).toEqual(['own']);
		}));
});
