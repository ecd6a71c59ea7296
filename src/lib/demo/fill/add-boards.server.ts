import { sql } from 'drizzle-orm';
import type { Actor } from '../../contracts/accounts';
import { localDay } from '../../contracts/local-time';
import { queryRows, type Database } from '../../server/db/client';
import { isValidOn } from '../../server/db/unit-tree';
import { assignAreas, readAreaChoice } from '../../teams/members/assign-areas.server';
import { saveMembers } from '../../teams/save-members.server';
import { saveTeams } from '../../teams/save-teams.server';
import type { Calendar } from '../history/months';
import { imaginePerson } from '../history/rosters';
import { randomFor } from '../random';

/** Of so many communes one has a steering board. */
const everySteered = 9;

/** Who sits on a board; the first leads it and looks after no village of its own. */
const posts = [
	['leader', 'Chủ tịch UBND', 'UBND xã'],
	['deputy', 'Phó Chủ tịch UBND', 'UBND xã'],
	['member', 'Công chức Văn hóa – Xã hội', 'UBND xã'],
	['member', 'Bí thư Đoàn', 'Đoàn Thanh niên xã'],
] as const;

/**
 * Some communes have a steering board, whose members share out the villages among them.
 * @param officer an account of a commune: somebody on its board signs in with it.
 */
export async function addBoards(
	database: Database,
	administrator: Actor,
	officer: Actor,
	{ now }: Calendar,
): Promise<void> {
	const home = officer.grants[0]?.unitId ?? 0;
	const communes = await queryRows<{ id: number; name: string; since: string }>(
		database,
		sql`select id, name, since from (
				select id, name, greatest(valid_from, '2022-07-01')::text as since,
					row_number() over (order by code) as place
				from admin_unit unit where level = 'commune' and ${isValidOn('unit', localDay(now))}
			) numbered where place % ${everySteered} = 1 or id = ${home} order by place`,
	);
	const boards = await saveTeams(
		database,
		administrator,
		communes.map(({ id, name, since }) => ({
			...{ unitId: id, kind: 'board', foundedOn: since },
			name: `Ban chỉ đạo chuyển đổi số ${name}`,
		})),
	);
	const members = communes.flatMap(({ name, since }, at) =>
		posts.map(([role, position, organisation]) => {
			const random = randomFor('board', name, position);
			const { fullName, phone } = imaginePerson(random, { organisation, youth: false });
			const post = { role, position, organisation, fullName, phone };
			return { ...post, teamId: boards[at] ?? 0, fromOn: since };
		}),
	);
	const memberIds = await saveMembers(database, administrator, members);
	for (const [at, { id: unitId }] of communes.entries()) {
		const villages = await readAreaChoice(database, unitId);
		for (const place of posts.keys()) {
			if (place === 0) continue;
			const which = {
				...{ teamId: boards[at] ?? 0, memberId: memberIds[at * posts.length + place] ?? 0 },
			};
			const shared = villages.filter((_, index) => index % (posts.length - 1) === place - 1);
			const accountName = unitId === home && place === 2 ? officer.name : '';
			const given = { areaIds: shared.map(({ id }) => id), accountName };
			await assignAreas(database, administrator, which, given);
		}
	}
}
