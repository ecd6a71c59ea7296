import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { inTime, makeSeason } from '../../../../tests/database/award-season';
import { awardCriteriaVersion } from '../../server/db/schema';
import { NotFoundError } from '../../server/errors';
import { draftCriteria } from './draft.server';

describeDatabase('criteria of a category', (handle) => {
	it('are written for units and teams alone: individuals are scored by no formula', () =>
		rolledBack(handle(), async (database) => {
			const { seasonId, committee, communes, individuals } = await makeSeason(database);
			const draft = (categoryId: number) =>
				draftCriteria(database, committee, { seasonId, categoryId }, inTime);
			await expect(draft(individuals.id)).rejects.toThrow(NotFoundError);
			await draft(communes.id);
			const versions = await database.select().from(awardCriteriaVersion);
			expect(versions.map(({ categoryId }) => categoryId)).toEqual([communes.id]);
		}));
});
