import { asc } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../tests/database';
import { makeProvince } from '../../../tests/database/province';
import { team, teamMember } from '../server/db/schema';
import { eraseMembers } from './erase-members.server';

describeDatabase('members who left', (handle) => {
	it('lose their phone after the months that are set, and nobody else does', () =>
		rolledBack(handle(), async (database) => {
			await makeProvince(database, { communes: 1, villages: 1 });
			const [theirs] = await database.select().from(team);
			const member = (fullName: string, untilOn: string | null) => ({
				teamId: theirs?.id ?? 0,
				fullName,
				role: 'member' as const,
				phone: '0900000001',
				fromOn: '2022-05-01',
				untilOn,
			});
			await database
				.insert(teamMember)
				.values([
					member('Nguyễn Văn Cũ', '2024-01-15'),
					member('Trần Thị Mới', '2024-12-01'),
					member('Lê Văn Nay', null),
				]);
			const now = new Date('2026-03-10T00:00:00Z');
			expect(await eraseMembers(database, now)).toBe(1);
			expect(await eraseMembers(database, now)).toBe(0);
			const kept = await database.select().from(teamMember).orderBy(asc(teamMember.id));
			expect(kept.map(({ fullName, phone }) => [fullName, phone])).toEqual([
				['Nguyễn Văn Cũ', null],
				['Trần Thị Mới', '0900000001'],
				['Lê Văn Nay', '0900000001'],
			]);
		}));
});
