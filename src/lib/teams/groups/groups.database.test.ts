import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { setUpTeams } from '../../../../tests/database/teams';
import { auditLog } from '../../server/db/schema';
import { InvalidError } from '../../server/errors';
import { saveMembers } from '../save-members.server';
import { saveTeams } from '../save-teams.server';
import { openTeam } from '../team/open-team.server';
import { formOfTeam, teamFromForm } from '../team/team-form';
import { countGroups, filterGroups } from './lines';
import { parseGroupsQuery } from './query';
import { readGroups } from './read-groups.server';

const day = '2026-11-10';

describeDatabase('groups on Zalo', (handle) => {
	it('keeps the households’ group and who is in the common one, also when others say nothing of it', () =>
		rolledBack(handle(), async (database) => {
			const { officer, viewer, commune, first, village } = await setUpTeams(database);
			const link = 'https://zalo.me/g/abcdef123';
			const described = { id: first, unitId: village.id, name: 'Tổ', foundedOn: '2022-04-15' };
			await saveTeams(database, officer, [
				{ ...described, householdGroupName: 'Các hộ thôn Một', householdGroupLink: link },
			]);
			await saveTeams(database, officer, [{ ...described, name: 'Tổ thôn Một' }]);
			const { team } = await openTeam(database, officer, first, day);
			expect(team).toMatchObject({
				householdGroupName: 'Các hộ thôn Một',
				householdGroupLink: link,
				zaloParties: [],
			});
			expect((await openTeam(database, viewer, first, day)).team.householdGroupLink).toBe('');
			await expect(
				saveTeams(database, officer, [
					{ ...described, householdGroupLink: 'https://evil.example/' },
				]),
			).rejects.toThrow(InvalidError);
			const [common = 0] = await saveTeams(database, officer, [
				{
					...{ unitId: commune.id, name: 'Tổ của xã', foundedOn: '2022-04-15' },
					zaloParties: ['enterprises', 'communeLeaders', 'enterprises'],
				},
			]);
			const facts = async () => (await openTeam(database, officer, common, day)).team;
			expect((await facts()).zaloParties).toEqual(['communeLeaders', 'enterprises']);
			const unticked = Object.fromEntries(
				Object.entries({ ...formOfTeam(await facts()), asksParties: 'on' }).filter(
					([name]) => name !== 'party.enterprises',
				),
			);
			await saveTeams(database, officer, [
				{ id: common, unitId: commune.id, ...teamFromForm(unticked) },
			]);
			expect((await facts()).zaloParties).toEqual(['communeLeaders']);
			expect(formOfTeam(await facts(), unticked)).not.toHaveProperty('party.enterprises');
		}));

	it('lists who has one, under which name, and its contact by name to keepers alone', () =>
		rolledBack(handle(), async (database) => {
			const { officer, viewer, first, other, village, second, people } = await setUpTeams(database);
			const listed = await readGroups(database, officer, day);
			const expected = listed.find(({ team }) => team.id === first)?.expected ?? '';
			expect(expected).toMatch(/^CNS-Thôn /);
			const foundedOn = '2022-04-15';
			await saveTeams(database, officer, [
				{ id: first, unitId: village.id, name: 'Tổ Một', foundedOn, zaloGroupName: expected },
				{ id: other, unitId: second.id, name: 'Tổ Hai', foundedOn, zaloGroupName: 'Nhóm vui' },
			]);
			await saveMembers(database, officer, [
				{
					id: people[0],
					...{ teamId: first, fullName: 'Nguyễn Văn An', role: 'leader', fromOn: foundedOn },
					zaloContact: true,
				},
			]);
			const lines = await readGroups(database, officer, day);
			const ask = (text: string) =>
				filterGroups(lines, parseGroupsQuery(new URLSearchParams(text))).map(({ team }) => team.id);
			expect(lines.find(({ team }) => team.id === first)).toMatchObject({
				standing: 'same',
				contactNames: ['Nguyễn Văn An'],
			});
			expect(ask('xem=khac-ten')).toEqual([other]);
			expect(ask('xem=chua-co-dau-moi')).not.toContain(first);
			expect(ask('xem=chua-co-nhom')).not.toContain(other);
			expect(ask('tim=nhom+vui&cap=thon')).toEqual([other]);
			expect(countGroups(lines)).toMatchObject({ withGroup: 2, named: 1, withContact: 1 });
			const logged = await database
				.select()
				.from(auditLog)
				.where(eq(auditLog.subject, 'zaloContacts'));
			expect(logged).toMatchObject([{ action: 'roster.read', details: { day, teams: 1 } }]);

			const seen = await readGroups(database, viewer, day);
			expect(seen.find(({ team }) => team.id === first)).toMatchObject({
				contacts: 1,
				contactNames: null,
			});
			expect(JSON.stringify(seen)).not.toContain('Nguyễn');
		}));
});
