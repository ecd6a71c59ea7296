import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince } from '../../../../tests/database/province';
import { resetAccount } from '../../accounts/administration/reset-account.server';
import { canonicalJson, sha256 } from '../../contracts/canonical-json';
import { queryRows, type Database } from '../../server/db/client';
import { awardSeason, roleGrant } from '../../server/db/schema';
import { abandonRound } from './abandon-round.server';
import { drawSample, seedOf } from './draw-sample';
import { enterFinding } from './enter-finding.server';
import { fixFrame } from './fix-frame.server';
import { readItems } from './read-items.server';
import { listRounds, readRound } from './read-rounds.server';
import { readFoundSamples } from './read-sample.server';
import { typeDice } from './type-dice.server';
import { readCheckedHouseholds, verifiedShares } from './verified-shares.server';

const now = new Date('2026-08-20T02:00:00Z');
const later = new Date('2026-08-22T02:00:00Z');
const dice = '4162531462513624153624153';
const frame = { subject: 'households', level: 'commune', communes: [], perUnit: 5, diceSides: 6 };
const found = { finding: 'asReported', channel: 'phone', visitedOn: '2026-08-21', note: '' };

describeDatabase('random back-checks', (handle) => {
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
	const inProvince = (test: (made: Awaited<ReturnType<typeof setUp>>) => Promise<void>) =>
		rolledBack(handle(), async (database) => test(await setUp(database)));

	it('fixes the frame first, and draws what anybody draws again from its hash and the dice', () =>
		inProvince(async ({ database, member, seasonId, fix, draw }) => {
			const number = await fix();
			const before = await readRound(database, member, { seasonId, number });
			expect(before).toMatchObject({ number: 1, dice: null, seed: null, units: [] });
			expect(before.frameHash).toBe(sha256(canonicalJson(before.frame)));
			expect(before.frame.strata.map(({ places }) => places)).toEqual([
				[
					{ code: '98000-01', households: 12 },
					{ code: '98000-02', households: 12 },
				],
				[
					{ code: '98001-01', households: 12 },
					{ code: '98001-02', households: 12 },
				],
			]);
			expect(await draw(number)).toBe('drawn');
			const after = await readRound(database, member, { seasonId, number });
			expect(after).toMatchObject({ frameHash: before.frameHash, frame: before.frame, dice });
			const seed = seedOf(before.frameHash, dice);
			expect(after.seed).toBe(seed);
			const items = await readItems(database, member, { seasonId, number });
			expect(
				items.map(({ unitCode, number: household, lot }) => [unitCode, lot, household]).sort(),
			).toEqual(
				drawSample(before.frame, seed)
					.map(({ unit, lot, number: household }) => [unit, lot, household])
					.sort(),
			);
		}));

	it('is not drawn by whoever knows the passwords of both who typed', () =>
		inProvince(async ({ database, provinceId, member, witness, fix, draw }) => {
			const clerk = await makeAccount(database, 'clerk', 'administrator', provinceId);
			for (const { name } of [member, witness])
				await resetAccount(database, clerk, name, 'mật khẩu do người khác đặt', { now });
			expect(await draw(await fix())).toBe('second');
		}));

	it('draws only when two people typed the same dice, keeps every attempt and tells neither the other’s', () =>
		inProvince(async ({ database, member, witness, seasonId, fix }) => {
			const number = await fix();
			const round = { seasonId, number };
			const type = (by: typeof member, rolls: string) => typeDice(database, by, round, rolls, now);
			expect(await type(member, dice)).toBe('second');
			expect(await type(member, dice)).toBe('second');
			expect(await type(witness, dice.replace('4', '3'))).toBe('different');
			expect(JSON.stringify(await readRound(database, witness, round))).not.toContain(dice);
			await expect(type(witness, '123')).rejects.toMatchObject({
				problems: [{ field: 'dice', rule: 'tooFewRolls' }],
			});
			expect(await type(witness, dice)).toBe('drawn');
			expect((await readRound(database, member, round)).typed).toHaveLength(4);
			await expect(type(member, dice)).rejects.toThrow('no dice any more');
		}));

	it('draws anew only as a round of its own, with another seed of the same dice; the first stays', () =>
		inProvince(async ({ database, member, seasonId, fix, draw }) => {
			await draw(await fix());
			await abandonRound(
				database,
				member,
				{ seasonId, number: 1 },
				{ reason: 'Mưa bão, hoãn' },
				now,
			);
			await draw(await fix());
			const [one, two] = await Promise.all(
				[1, 2].map((number) => readRound(database, member, { seasonId, number })),
			);
			expect(two?.seed).not.toBe(one?.seed);
			expect(one?.abandoned).toMatchObject({ by: 'member', reason: 'Mưa bão, hoãn' });
			expect(one?.units.map(({ drawn }) => drawn)).toEqual([5, 5]);
			const { rounds } = await listRounds(database, member, seasonId);
			expect(rounds.map(({ number, drawn }) => [number, drawn])).toEqual([
				[2, 10],
				[1, 10],
			]);
			await expect(draw(1)).rejects.toThrow('no dice any more');
		}));

	it('counts what was found last, those reached alone, and no round that was given up', () =>
		inProvince(async ({ database, member, approver, seasonId, first, fix, draw }) => {
			const number = await fix({ communes: [first.code], perUnit: 4 });
			await draw(number);
			const items = await readItems(database, member, { seasonId, number });
			const enter = (index: number, change = {}) =>
				enterFinding(
					...([database, member] as const),
					{ seasonId, number, itemId: items[index]?.id ?? 0 },
					{ ...found, ...change },
					later,
				);
			await enter(0);
			await enter(1, { finding: 'notAsReported', channel: 'paper' });
			await enter(2, { finding: 'notReached' });
			const shareOf = async (unitId: number) =>
				(await verifiedShares(database, seasonId)).find((share) => share.unitId === unitId);
			expect(await shareOf(first.id)).toEqual({
				unitId: first.id,
				subject: 'households',
				n: 2,
				k: 1,
			});
			const ofFirst = { seasonId, unitId: first.id };
			expect(await readFoundSamples(database, member, ofFirst)).toEqual({
				households: { checked: 2, confirmed: 1 },
				sessions: null,
			});
			// The unit's own people read reports, not what a visit found.
			expect(await readFoundSamples(database, approver, ofFirst)).toBeNull();
			await expect(enter(1)).rejects.toMatchObject({ problems: [{ rule: 'whyCorrected' }] });
			await enter(1, { note: 'Ghi nhầm dòng trên phiếu' });
			expect(await shareOf(first.id)).toEqual({
				unitId: first.id,
				subject: 'households',
				n: 2,
				k: 2,
			});
			const [kept] = await queryRows(
				database,
				sql`select count(*)::int as count from award_check_result`,
			);
			expect(kept).toEqual({ count: 4 });
			await expect(enter(3, { visitedOn: '2026-08-23' })).rejects.toMatchObject({
				problems: [{ field: 'visitedOn', rule: 'visitDay' }],
			});
			await abandonRound(
				database,
				member,
				{ seasonId, number },
				{ reason: 'Làm lại từ đầu' },
				later,
			);
			expect(await verifiedShares(database, seasonId)).toEqual([]);
			await expect(enter(3)).rejects.toThrow('given up');
		}));

	it('counts a visit for its village and for that village’s commune, whichever it was drawn for', () =>
		inProvince(async ({ database, member, seasonId, first, fix, draw }) => {
			const visitAll = async (number: number, finding: string) => {
				await draw(number);
				for (const { id } of await readItems(database, member, { seasonId, number }))
					await enterFinding(
						...([database, member] as const),
						{ seasonId, number, itemId: id },
						{ ...found, finding },
						later,
					);
			};
			const [one, two] = first.villages;
			if (!one || !two) throw new Error('two villages');
			const ofFirst = { communes: [first.code] };
			await visitAll(await fix({ ...ofFirst, level: 'village', perUnit: 3 }), 'asReported');
			expect(await verifiedShares(database, seasonId)).toEqual([
				{ unitId: first.id, subject: 'households', n: 6, k: 6 },
				{ unitId: one.id, subject: 'households', n: 3, k: 3 },
				{ unitId: two.id, subject: 'households', n: 3, k: 3 },
			]);
			await visitAll(await fix({ ...ofFirst, perUnit: 5 }), 'notAsReported');
			const [commune, ...villages] = await verifiedShares(database, seasonId);
			expect(commune).toEqual({ unitId: first.id, subject: 'households', n: 11, k: 6 });
			expect(villages.reduce((sum, { n }) => sum + n, 0)).toBe(11);
		}));

	it('tells everybody where households were visited, once all of a round is found', () =>
		inProvince(async ({ database, member, seasonId, first, fix, draw }) => {
			const number = await fix({ communes: [first.code], perUnit: 3 });
			await draw(number);
			const shown = (until: string) => readCheckedHouseholds(database, [first.id], until);
			const items = await readItems(database, member, { seasonId, number });
			for (const [index, { id }] of items.entries()) {
				expect(await shown('2026-08-31')).toEqual([]);
				const finding = index === 0 ? 'notReached' : 'notAsReported';
				await enterFinding(
					...([database, member] as const),
					{ seasonId, number, itemId: id },
					{ ...found, finding },
					later,
				);
			}
			expect(await shown('2026-08-31')).toEqual([{ unitId: first.id, households: 2 }]);
			expect(await shown('2026-08-20')).toEqual([]);
			expect(await shown('2027-08-20')).toHaveLength(1);
			expect(await shown('2027-08-21')).toEqual([]);
		}));

	it('lets nobody but the season’s committee in, and nobody check their own unit', () =>
		inProvince(async ({ database, provinceId, member, seasonId, first, fix, draw, ...made }) => {
			const number = await fix();
			await draw(number);
			const administrator = await makeAccount(database, 'root', 'administrator', provinceId);
			for (const outsider of [administrator, made.reporter, made.approver])
				await expect(readRound(database, outsider, { seasonId, number })).rejects.toMatchObject({
					code: 'notFound',
				});
			const [item] = await readItems(database, member, { seasonId, number }, { unit: first.code });
			const [other] = await readItems(database, member, { seasonId, number }, { unit: '98001' });
			const enter = (by: typeof member, itemId = 0, change = {}) =>
				enterFinding(database, by, { seasonId, number, itemId }, { ...found, ...change }, later);
			const local = await makeAccount(database, 'local', 'committee', provinceId);
			await database
				.insert(roleGrant)
				.values({ accountId: local.accountId, role: 'viewer', unitId: first.id });
			await expect(enter(local, item?.id)).rejects.toMatchObject({ code: 'forbidden' });
			await enter(local, other?.id);
			// Whoever serves in a village's team needs no role to be at home there.
			const served = await makeAccount(database, 'served', 'committee', provinceId);
			await database.execute(
				sql`insert into team_member (team_id, full_name, role, from_on, account_id)
					select team.id, 'Lò Văn Quen', 'member', '2025-01-01', ${served.accountId}
					from team join admin_unit place on place.id = team.unit_id
					where place.code = ${`${first.code}-01`}`,
			);
			const asked = { unit: first.code };
			const rest = await readItems(database, member, { seasonId, number }, asked);
			expect(new Set(rest.map(({ placeName }) => placeName))).toEqual(
				new Set(['Thôn 1', 'Thôn 2']),
			);
			for (const { id, placeName } of rest) {
				const attempt = enter(served, id);
				if (placeName === 'Thôn 1')
					await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
				else await attempt;
			}
		}));

	it('draws sessions of the log within the season, and counts what was found for village and commune', () =>
		inProvince(async ({ database, member, seasonId, first, fix, draw }) => {
			const [village] = first.villages;
			if (!village) throw new Error('a village');
			const log = (heldOn: string, unitId: number) =>
				database.execute(
					sql`insert into activity (key, unit_id, kind, topic, held_on, place, by_youth, note, recorded_by, recorded_at)
						values (${`${unitId} ${heldOn}`}, ${unitId}, 'outreachSession', 'several', ${heldOn}, 'Nhà văn hóa', false, '', ${member.accountId}, now())`,
				);
			for (const day of ['2026-03-01', '2026-08-14', '2026-08-16']) await log(day, village.id);
			await log('2026-04-02', first.id);
			const sessions = { subject: 'sessions', communes: [first.code] };
			const lookInto = async (number: number, findings: readonly string[]) => {
				await draw(number);
				const items = await readItems(database, member, { seasonId, number });
				for (const [index, finding] of findings.entries())
					await enterFinding(
						...([database, member] as const),
						{ seasonId, number, itemId: items[index]?.id ?? 0 },
						{ ...found, finding },
						later,
					);
				return items.map(({ session }) => session?.heldOn);
			};
			// The third was held after what counts; the commune's own is none of a village.
			expect(
				await lookInto(await fix({ ...sessions, level: 'village' }), [
					...['asReported', 'notAsReported'],
				]),
			).toEqual(['2026-03-01', '2026-08-14']);
			const ofVillage = { unitId: village.id, subject: 'sessions', n: 2, k: 1 };
			expect(await verifiedShares(database, seasonId)).toEqual([
				{ ...ofVillage, unitId: first.id },
				ofVillage,
			]);
			expect(
				await lookInto(await fix(sessions), ['asReported', 'asReported', 'notReached']),
			).toEqual(['2026-04-02', '2026-03-01', '2026-08-14']);
			const ofFirst = { seasonId, unitId: first.id };
			const shown = { households: null, sessions: { checked: 4, confirmed: 3 } };
			expect(await readFoundSamples(database, member, ofFirst)).toEqual(shown);
			// Who takes back a session that was found missing doesn't take back the finding.
			await database.execute(
				sql`update activity set cancelled_at = now() where unit_id = ${village.id}`,
			);
			expect(await readFoundSamples(database, member, ofFirst)).toEqual(shown);
			expect(await readCheckedHouseholds(database, [first.id], '2026-08-31')).toEqual([]);
			await expect(fix({ subject: 'sessions', communes: ['98001'] })).rejects.toMatchObject({
				problems: [{ rule: 'nothingToDraw' }],
			});
		}));
});
