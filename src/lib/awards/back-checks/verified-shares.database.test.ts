import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase } from '../../../../tests/database';
import { later, found, inSeason } from '../../../../tests/database/back-checks';
import { queryRows } from '../../server/db/client';
import { abandonRound } from './abandon-round.server';
import { enterFinding } from './enter-finding.server';
import { readItems } from './read-items.server';
import { readFoundSamples } from './read-sample.server';
import { readCheckedHouseholds, verifiedShares } from './verified-shares.server';

describeDatabase('what back-checks found', (handle) => {
	it('counts what was found last, those reached alone, and no round that was given up', () =>
		inSeason(handle(), async ({ database, member, approver, seasonId, first, fix, draw }) => {
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
		inSeason(handle(), async ({ database, member, seasonId, first, fix, draw }) => {
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
		inSeason(handle(), async ({ database, member, seasonId, first, fix, draw }) => {
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

	it('draws sessions of the log within the season, and counts what was found for village and commune', () =>
		inSeason(handle(), async ({ database, member, seasonId, first, fix, draw }) => {
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
