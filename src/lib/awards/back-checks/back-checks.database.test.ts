import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase } from '../../../../tests/database';
import { now, later, dice, found, inSeason } from '../../../../tests/database/back-checks';
import { makeAccount } from '../../../../tests/database/province';
import { resetAccount } from '../../accounts/administration/reset-account.server';
import { canonicalJson, sha256 } from '../../contracts/text/canonical-json';
import { roleGrant } from '../../server/db/schema';
import { abandonRound } from './abandon-round.server';
import { drawSample, seedOf } from './draw-sample';
import { enterFinding } from './enter-finding.server';
import { readItems } from './read-items.server';
import { listRounds, readRound } from './read-rounds.server';
import { typeDice } from './type-dice.server';

describeDatabase('random back-checks', (handle) => {
	it('fixes the frame first, and draws what anybody draws again from its hash and the dice', () =>
		inSeason(handle(), async ({ database, member, seasonId, fix, draw }) => {
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
		inSeason(handle(), async ({ database, provinceId, member, witness, fix, draw }) => {
			const clerk = await makeAccount(database, 'clerk', 'administrator', provinceId);
			for (const { name } of [member, witness])
				await resetAccount(database, clerk, name, 'mật khẩu do người khác đặt', { now });
			expect(await draw(await fix())).toBe('second');
		}));

	it('draws only when two people typed the same dice, keeps every attempt and tells neither the other’s', () =>
		inSeason(handle(), async ({ database, member, witness, seasonId, fix }) => {
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
		inSeason(handle(), async ({ database, member, seasonId, fix, draw }) => {
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

	it('lets nobody but the season’s committee in, and nobody check their own unit', () =>
		inSeason(
			handle(),
			async ({ database, provinceId, member, seasonId, first, fix, draw, ...made }) => {
				const number = await fix();
				await draw(number);
				const administrator = await makeAccount(database, 'root', 'administrator', provinceId);
				for (const outsider of [administrator, made.reporter, made.approver])
					await expect(readRound(database, outsider, { seasonId, number })).rejects.toMatchObject({
						code: 'notFound',
					});
				const [item] = await readItems(
					database,
					member,
					{ seasonId, number },
					{ unit: first.code },
				);
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
			},
		));
});
