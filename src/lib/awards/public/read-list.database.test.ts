import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import {
	bringTo,
	fillDossier,
	listNominee,
	makeSeason,
	tooLate,
} from '../../../../tests/database/award-season';
import { recordDecision } from '../nominations/decide.server';
import { readSeasonSettings } from '../season/read-settings.server';
import { readPublicList } from './read-list.server';

describeDatabase('what everybody reads of the nominees', (handle) => {
	it('names no person before the decision, and ranks nobody', () =>
		rolledBack(handle(), async (database) => {
			const season = await makeSeason(database);
			const { seasonId, committee, communes, individuals, one, other, people } = season;
			const [person, colleague] = people;
			if (!person || !colleague) throw new Error('two people');
			// Put forward in the other order: the list is by unit, and says nothing of who is better.
			const second = await listNominee(
				database,
				season,
				{ categoryId: communes.id, unitId: other.id },
				{ by: season.province.reporter },
			);
			await listNominee(database, season, {
				...{ categoryId: communes.id, unitId: one.id },
			});
			const named = await listNominee(database, season, {
				...{ categoryId: individuals.id, ...person },
			});
			await fillDossier(database, season, { categoryId: individuals.id, ...colleague });
			const settings = await readSeasonSettings(database, seasonId);
			const read = (publishShortlist: number) =>
				readPublicList(database, seasonId, { ...settings, publishShortlist });
			expect(await read(0)).toEqual({ isPublic: false, listed: [], individuals: 0, awarded: [] });
			const published = await read(1);
			expect(published).toEqual({
				...{ isPublic: true, individuals: 1, awarded: [] },
				listed: [
					{ categoryId: communes.id, name: 'Xã 0', unit: { kind: 'xa', name: 'Xã 0' } },
					{ categoryId: communes.id, name: 'Xã 1', unit: { kind: 'xa', name: 'Xã 1' } },
				],
			});
			expect(JSON.stringify(published)).not.toMatch(/Nguyễn|Trần/);

			await bringTo(database, season, 'closed');
			const decision = { decisionNumber: '99/QĐ-UBND', decidedOn: '2026-10-01' };
			await recordDecision(
				database,
				committee,
				seasonId,
				{ ...decision, awarded: [second, named] },
				tooLate,
			);
			for (const shown of [await read(0), await read(1)]) {
				expect(shown.listed).toEqual([]);
				expect(shown.awarded).toEqual([
					{
						...{ categoryId: communes.id, kind: 'commune', name: 'Xã 1' },
						...{ unit: { kind: 'xa', name: 'Xã 1' }, ...decision },
					},
					{
						...{ categoryId: individuals.id, kind: 'individual', name: 'Nguyễn Thị Mẫu' },
						unit: { kind: 'thon', name: 'Thôn 1', within: { kind: 'xa', name: 'Xã 0' } },
						...decision,
					},
				]);
			}
		}));
});
