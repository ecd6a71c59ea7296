import { describeDatabase, rolledBack } from '../../../../tests/database';
import { ForbiddenError } from '../../server/errors';
import { readBadge } from './read-badge.server';
import { renewBadge } from './renew-badge.server';
import { saveMembers } from '../save-members.server';
import { expect, it } from 'vitest';
import { setUpTeams, tokenOf } from '../../../../tests/database/teams';

const day = '2026-11-10';

describeDatabase('a badge', (handle) => {
	it('confirms team, commune and first name, and nothing else', () =>
		rolledBack(handle(), async (database) => {
			const { people } = await setUpTeams(database);
			const badge = await readBadge(database, await tokenOf(database, people[0]), day);
			expect(badge).toEqual({
				name: 'An N.',
				teamName: 'Tổ 98000-01',
				unit: { kind: 'thon', name: 'Thôn 1' },
				commune: { kind: 'xa', name: 'Xã 0' },
				valid: true,
			});
			const ended = await readBadge(database, await tokenOf(database, people[3]), day);
			expect(ended?.valid).toBe(false);
			expect(await readBadge(database, 'x'.repeat(22), day)).toBeNull();
		}));

	it('is worth nothing once a new one is given', () =>
		rolledBack(handle(), async (database) => {
			const { officer, viewer, first, people } = await setUpTeams(database);
			const old = await tokenOf(database, people[0]);
			const [next] = await saveMembers(database, officer, [
				{
					teamId: first,
					fullName: 'Nguyễn Văn An',
					role: 'deputy',
					fromOn: '2026-05-01',
					continuesId: people[0],
				},
				{
					id: people[0],
					teamId: first,
					fullName: 'Nguyễn Văn An',
					role: 'leader',
					fromOn: '2022-04-15',
					untilOn: '2026-05-01',
				},
			]);
			expect(await readBadge(database, old, day)).toMatchObject({ valid: true });
			await expect(renewBadge(database, viewer, first, next ?? 0)).rejects.toThrow(ForbiddenError);
			await renewBadge(database, officer, first, next ?? 0);
			expect(await readBadge(database, old, day)).toBeNull();
			expect(await readBadge(database, await tokenOf(database, next), day)).toMatchObject({
				valid: true,
			});
		}));
});
