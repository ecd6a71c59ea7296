import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { setUpTeams } from '../../../../tests/database/teams';
import { ForbiddenError, InvalidError } from '../../server/errors';
import { mergeTeams } from '../merger/merge-teams.server';
import { saveMembers } from '../save-members.server';
import { openTeamPage } from '../team/open-page.server';
import { assignHouseholds } from './assign-households.server';
import { householdsFromForm } from './households';
import { readHelpers } from './read-helpers.server';

const day = '2026-11-10';

describeDatabase('households that members help', (handle) => {
	it('are kept by number, each with one member at a time, and go with the person', () =>
		rolledBack(handle(), async (database) => {
			const { officer, viewer, first, people, village, merge } = await setUpTeams(database);
			const [an = 0, binh = 0, stranger = 0] = people;
			const assign = (tallyNumbers: string, helper: number | '', helpsFrom: string) =>
				assignHouseholds(
					database,
					officer,
					first,
					householdsFromForm({ tallyNumbers, helper: String(helper), helpsFrom }),
				);
			const helpers = async (on = day) =>
				(await readHelpers(database, village.id, on, { names: true })).map((one) => [
					...[one.fullName, one.tallyNumbers.join(' '), one.serves],
				]);
			await assign('12, 3; 7 3', an, '2026-01-01');
			await assign('7', binh, '2026-03-01');
			expect(await helpers()).toEqual([
				['Nguyễn Văn An', '3 12', true],
				['Trần Thị Bình', '7', true],
			]);
			expect(await helpers('2026-02-01')).toEqual([['Nguyễn Văn An', '3 7 12', true]]);
			await assign('12', '', '2026-04-01');
			await expect(assign('7', an, '2026-02-01')).rejects.toThrow(InvalidError);
			await expect(assign('0, x', an, day)).rejects.toThrow(InvalidError);
			await expect(assign('5', stranger, day)).rejects.toThrow(InvalidError);

			const seen = await openTeamPage(database, viewer, first, day);
			expect(seen.helpers?.map(({ tallyNumbers }) => tallyNumbers)).toEqual([[3], [7]]);
			expect(JSON.stringify(seen)).not.toContain('Nguyễn Văn An');
			await expect(
				assignHouseholds(database, viewer, first, {
					...{ tallyNumbers: [1], memberId: an, fromOn: day },
				}),
			).rejects.toThrow(ForbiddenError);

			await saveMembers(database, officer, [
				{
					...{ id: binh, teamId: first, fullName: 'Trần Thị Bình' },
					...{ fromOn: '2022-04-15', untilOn: '2026-10-01' },
				},
			]);
			const merged = await mergeTeams(database, officer, merge, new Date('2026-11-10T03:00:00Z'));
			expect(await helpers()).toEqual([
				['Nguyễn Văn An', '3', true],
				['Trần Thị Bình', '7', false],
			]);
			const page = await openTeamPage(database, officer, merged, day);
			const roster = page.page.people?.roster.map(({ id }) => id);
			expect(roster).toContain(page.helpers?.[0]?.memberId);
		}));
});
