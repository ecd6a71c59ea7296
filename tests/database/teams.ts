import { eq } from 'drizzle-orm';
import type { Database } from '../../src/lib/server/db/client';
import { team, teamMember } from '../../src/lib/server/db/schema';
import { saveMembers } from '../../src/lib/teams/save-members.server';
import { makeAccount, makeProvince } from './province';

/** A province whose first commune keeps two staffed village teams. */
export async function setUpTeams(database: Database) {
	const province = await makeProvince(database, { communes: 2, villages: 2 });
	const [commune] = province.communes;
	const [village, second] = commune?.villages ?? [];
	if (!commune || !village || !second) throw new Error('The province has villages.');
	const { provinceId } = province;
	const officer = await makeAccount(database, 'officer', 'approver', commune.id);
	const viewer = await makeAccount(database, 'viewer', 'viewer', provinceId);
	const administrator = await makeAccount(database, 'administrator', 'administrator', provinceId);
	const teamOf = async (unitId: number) => {
		const [found] = await database.select().from(team).where(eq(team.unitId, unitId));
		if (!found) throw new Error('The village has a team.');
		return found.id;
	};
	const [first, other] = [await teamOf(village.id), await teamOf(second.id)];
	const people = await saveMembers(database, officer, [
		{
			teamId: first,
			fullName: 'Nguyễn Văn An',
			role: 'leader',
			position: 'Trưởng thôn',
			fromOn: '2022-04-15',
			phone: '0912345678',
		},
		{
			teamId: first,
			fullName: 'Trần Thị Bình',
			organisation: 'Đoàn Thanh niên',
			youth: true,
			fromOn: '2022-04-15',
		},
		{ teamId: other, fullName: 'Lê Văn Cường', role: 'leader', fromOn: '2022-04-15' },
		{ teamId: other, fullName: 'Trần Thị Bình', fromOn: '2022-04-15', untilOn: '2026-01-01' },
	]);
	const merge = {
		teamIds: [first, other],
		unitId: village.id,
		name: 'Tổ liên thôn',
		kind: 'merged',
		mergedOn: '2026-11-01',
		leaderId: null,
		decision: '12/QĐ-UBND',
	};
	return {
		...province,
		commune,
		village,
		second,
		officer,
		viewer,
		administrator,
		first,
		other,
		people,
		merge,
	};
}

/** The token on a member's badge. */
export const tokenOf = async (database: Database, memberId: number | undefined) => {
	const [row] = await database
		.select()
		.from(teamMember)
		.where(eq(teamMember.id, memberId ?? 0));
	return row?.badgeToken ?? '';
};
