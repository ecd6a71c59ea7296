import { sql } from 'drizzle-orm';
import { fixFrame } from '../../src/lib/awards/back-checks/fix-frame.server';
import { typeDice } from '../../src/lib/awards/back-checks/type-dice.server';
import type { Database, DatabaseHandle } from '../../src/lib/server/db/client';
import { awardSeason } from '../../src/lib/server/db/schema';
import { rolledBack } from '.';
import { makeAccount, makeProvince } from './province';

export const now = new Date('2026-08-20T02:00:00Z');
export const later = new Date('2026-08-22T02:00:00Z');
export const dice = '4162531462513624153624153';
const frame = { subject: 'households', level: 'commune', communes: [], perUnit: 5, diceSides: 6 };
export const found = { finding: 'asReported', channel: 'phone', visitedOn: '2026-08-21', note: '' };

/** A season of a small province, of which rounds are drawn. */
const setUp = async (database: Database) => {
	const province = await makeProvince(database, { communes: 2, villages: 2 });
	const member = await makeAccount(database, 'member', 'committee', province.provinceId);
	const witness = await makeAccount(database, 'witness', 'committee', province.provinceId);
	const [first] = province.communes;
	if (!first) throw new Error('a commune');
	await database.execute(
		sql`insert into household_register (unit_id, year, households, source)
			select id, 2026, 12, 'Sổ hộ khẩu thử' from admin_unit where level = 'village' and code like '98%'`,
	);
	const [season] = await database
		.insert(awardSeason)
		.values({
			...{ unitId: province.provinceId, year: 2026, name: 'Khen thưởng 10/10' },
			...{ countsFrom: '2026-01-01', countsUntil: '2026-08-15' },
			...{ openedBy: member.accountId, openedAt: now },
		})
		.returning();
	if (!season) throw new Error('a season');
	const seasonId = season.id;
	const fix = (input = {}) => fixFrame(database, member, seasonId, { ...frame, ...input }, now);
	const draw = async (number: number, rolls = dice) => {
		await typeDice(database, member, { seasonId, number }, rolls, now);
		return typeDice(database, witness, { seasonId, number }, rolls, now);
	};
	return { database, ...province, first, member, witness, seasonId, fix, draw };
};

/** In a transaction that is rolled back. */
export const inSeason = (
	handle: DatabaseHandle,
	test: (made: Awaited<ReturnType<typeof setUp>>) => Promise<void>,
) => rolledBack(handle, async (database) => test(await setUp(database)));
