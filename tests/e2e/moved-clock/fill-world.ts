import { sql } from 'drizzle-orm';
import { addAccount } from '../../../src/lib/accounts/administration/add-account.server';
import { searchKey } from '../../../src/lib/contracts/text/search-key';
import { roles } from '../../../src/lib/contracts/accounts';
import { syncCatalogue } from '../../../src/lib/indicators/sync.server';
import { openDatabase } from '../../../src/lib/server/db/client';
import { prepareDatabase } from '../../../src/lib/server/db/prepare';
import { forgetRecording } from '../../../src/lib/server/db/rows-as-of';
import { householdRegister, teamMember } from '../../../src/lib/server/db/schema';
import { makeProvince } from '../../database/province';
import { accountOf, councilAccounts } from '../environment';

/** A province of four communes with teams and registers, its accounts and a council: `tsx fill-world.ts FOLDER`. */
const names = ['An Bình', 'Bình Minh', 'Cẩm Sơn', 'Đông Hà'];

const handle = await openDatabase({ dataDirectory: process.argv[2] ?? '' });
try {
	await prepareDatabase(handle);
	const { database } = handle;
	await syncCatalogue(database);
	const { provinceId, communes } = await makeProvince(database, { communes: 4, villages: 2 });
	for (const [index, { id }] of communes.entries()) {
		const name = names[index] ?? '';
		await database.execute(
			sql`update admin_unit set name = ${name}, search_name = ${searchKey(name)} where id = ${id}`,
		);
	}
	const register = (unitId: number, households: number) => ({
		...{ unitId, households, year: 2025, source: 'thử' },
	});
	await database
		.insert(householdRegister)
		.values(
			communes.flatMap(({ id, villages }) => [
				register(id, 400),
				...villages.map((village) => register(village.id, 200)),
			]),
		);
	await database.execute(
		sql`insert into team (unit_id, name, founded_on)
			select id, 'Tổ xã ' || name, '2022-04-15' from admin_unit where level = 'commune'`,
	);
	const teams = await database.query.team.findMany();
	await database.insert(teamMember).values(
		teams.map(({ id }) => ({
			...{ teamId: id, fullName: `Nguyễn Thị Mẫu ${id}`, role: 'leader' as const },
			fromOn: '2023-01-01',
		})),
	);
	await forgetRecording(database);
	const of = (role: (typeof roles)[number]) => ({
		passwordTemporary: false,
		grants: [{ role, unitId: provinceId }],
	});
	for (const role of roles)
		await addAccount(database, null, {
			...{ ...accountOf(role), displayName: `E2E ${role}`, ...of(role) },
		});
	for (const { name, password } of councilAccounts)
		await addAccount(database, null, { name, password, displayName: name, ...of('committee') });
} finally {
	await handle.close();
}
