import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { bringTo, inTime, makeSeason } from '../../../../tests/database/award-season';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, reportOf } from '../../../../tests/database/province';
import { syncCatalogue } from '../../indicators/sync.server';
import { submitReports } from '../../reports/intake/submit.server';
import { ensurePeriods } from '../../reports/periods/periods.server';
import { decideReports } from '../../reports/review/decide.server';
import { readReport, readRevisionsOf } from '../../reports/review/read-report.server';
import { readSeasonBase } from '../council/read-facts.server';
import { changeSetting } from '../season/change-setting.server';
import type { Database } from '../../server/db/client';
import { awardSeason } from '../../server/db/schema';
import { ForbiddenError, InvalidError, NotFoundError } from '../../server/errors';
import { answerFlag } from './answer.server';
import { countFlags, listFlags, readNoted, readUnitFlags } from './read.server';

interface Places {
	one: { id: number };
	other: { id: number };
	village: { id: number };
	neighbour: { id: number };
}
const counted = ({ one, other, village, neighbour }: Places) => ({
	...{ unitIds: [one, other, village, neighbour].map(({ id }) => id), now: inTime },
	patience: Infinity,
});

describeDatabase('what is noted about reports', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const made = await makeSeason(database);
		const { province, one, other, seasonId } = made;
		await ensurePeriods(database, ['2026-04', '2026-05', '2026-06']);
		const enter = async (unit: string, period: string, able: number, reason = 'counted anew') => {
			const at = new Date(`${period}-20T03:00:00Z`);
			const report = { ...reportOf(unit, period, able, 100), reason };
			const [result] = await submitReports(database, province.reporter, [report], {
				...{ channel: 'api', now: at },
			});
			if (result?.status !== 'accepted') throw new Error(JSON.stringify(result));
			const decision = { unit, period, decision: 'approve' as const, comment: '' };
			await decideReports(
				database,
				province.approver,
				[{ ...decision, revision: result.revision }],
				at,
			);
		};
		const [village, neighbour] = [one.villages[0], other.villages[0]];
		if (!village || !neighbour) throw new Error('villages');
		await enter(village.code, '2026-05', 40);
		await enter(village.code, '2026-06', 71);
		await enter(neighbour.code, '2026-05', 60);
		await enter(neighbour.code, '2026-06', 52);
		const of = (code: string) => ({ seasonId, code });
		const list = async (actor = made.committee) =>
			(await listFlags(database, actor, seasonId, inTime)).units.map(({ code, flags }) => [
				code,
				...flags.map((flag) => flag.code),
			]);
		return { ...made, village, neighbour, of, list, enter };
	};
	const inSeason = (
		test: (database: Database, made: Awaited<ReturnType<typeof setUp>>) => Promise<void>,
	) => rolledBack(handle(), async (database) => test(database, await setUp(database)));

	it('is found in approved reports, with its numbers and the reports that it is seen in', () =>
		inSeason(async (database, { committee, village, neighbour, of, list, other }) => {
			expect(await list()).toEqual([
				[village.code, 'jumpBeforeFreeze'],
				[neighbour.code, 'fallingCounts'],
			]);
			const noted = await readUnitFlags(database, committee, of(village.code), inTime);
			expect(noted).toMatchObject({
				answers: false,
				flags: [{ code: 'jumpBeforeFreeze', isOpen: true, answers: [] }],
				reports: [
					{ month: '2026-05', able: 40, households: 100 },
					{ month: '2026-06', able: 71, corrections: 0 },
				],
			});
			// Each opens as it was sent, for looking alone, and for no committee elsewhere.
			for (const { unit, month, able } of noted.reports) {
				const codes = { unit: unit.code, period: month };
				const opened = await readRevisionsOf(database, committee, codes);
				expect(opened.revisions).toMatchObject([{ householdSkills: { allFive: able } }]);
				await expect(readReport(database, committee, codes)).rejects.toThrow(ForbiddenError);
				const away = await makeAccount(database, `away ${month}`, 'committee', other.id);
				await expect(readRevisionsOf(database, away, codes)).rejects.toThrow(ForbiddenError);
			}
			expect(noted.flags[0]?.cases).toEqual([
				{
					reportIds: noted.reports.map(({ reportId }) => reportId),
					evidence: { from: 0.4, to: 0.71 },
				},
			]);
		}));

	it('is noted from the limits on that the season has, each with its paper', () =>
		inSeason(async (database, { keeper, seasonId, village, neighbour, list }) => {
			const set = (value: number) =>
				changeSetting(
					...([database, keeper, seasonId] as const),
					{ key: 'flagJump', value, basis: 'Công văn số 7', reason: 'Mở lớp ba ca mỗi ngày' },
					inTime,
				);
			await set(32);
			expect((await list()).map(([code]) => code)).toEqual([neighbour.code]);
			await set(30);
			expect((await list()).map(([code]) => code)).toEqual([village.code, neighbour.code]);
			await expect(set(0)).rejects.toThrow(InvalidError);
		}));

	it('is told to the unit’s own people, who answer; the answer stands beside it', () =>
		inSeason(async (database, made) => {
			const { committee, nominator, village, neighbour, seasonId, of, list, enter } = made;
			expect(await list(nominator)).toEqual([[village.code, 'jumpBeforeFreeze']]);
			const answer = (actor: typeof nominator, code: string, text: string, flag: string) =>
				answerFlag(database, actor, of(code), { code: flag, text }, inTime);
			const word = 'Lớp buổi tối của ba xóm kết thúc trong tháng 6.';
			const jump = 'jumpBeforeFreeze';
			await expect(answer(committee, village.code, word, jump)).rejects.toThrow(ForbiddenError);
			await expect(answer(nominator, village.code, 'ừ', jump)).rejects.toThrow(InvalidError);
			await expect(answer(nominator, neighbour.code, word, jump)).rejects.toThrow(NotFoundError);
			await expect(answer(nominator, village.code, word, 'copies')).rejects.toThrow(NotFoundError);
			await answer(nominator, village.code, word, jump);
			const noted = await readNoted(database, committee, { seasonId, unitId: village.id }, inTime);
			expect(noted).toMatchObject([
				{ isOpen: false, answers: [{ text: word, by: 'nominator', at: inTime.toISOString() }] },
			]);
			const base = await readSeasonBase(database, committee, seasonId);
			const counts = await countFlags(database, committee, base, counted(made));
			expect(counts[village.id]).toEqual({ all: 1, open: 0 });
			expect(counts[made.other.id]).toEqual({ all: 1, open: 1 });
			await enter(neighbour.code, '2026-06', 71);
			await enter(village.code, '2026-05', 39);
			expect((await list()).map(([code]) => code)).toEqual([village.code]);
		}));

	it('says of a jump before the freeze, though the season counts on after it', () =>
		inSeason(async (database, { seasonId, list, village, neighbour, enter }) => {
			await database
				.update(awardSeason)
				.set({ countsUntil: '2026-09-30' })
				.where(eq(awardSeason.id, seasonId));
			// July is due before the freeze in August: June is no longer the last month that counts.
			await ensurePeriods(database, ['2026-07']);
			expect(await list()).toEqual([[neighbour.code, 'fallingCounts']]);
			await enter(village.code, '2026-07', 99);
			expect(await list()).toContainEqual([village.code, 'jumpBeforeFreeze']);
		}));

	it('asks again when it is seen in a report that nobody spoke of', () =>
		inSeason(async (database, { other, neighbour, of, enter, committee }) => {
			const speaker = await makeAccount(database, 'speaker', 'approver', other.id);
			const input = { code: 'fallingCounts', text: 'Hai hộ đã chuyển đi nơi khác.' };
			await answerFlag(database, speaker, of(neighbour.code), input, inTime);
			const read = () => readUnitFlags(database, committee, of(neighbour.code), inTime);
			expect((await read()).flags[0]?.isOpen).toBe(false);
			await enter(neighbour.code, '2026-04', 65);
			expect((await read()).flags).toMatchObject([
				{ code: 'fallingCounts', isOpen: true, answers: [{ text: input.text }], cases: [{}, {}] },
			]);
		}));

	it('is not told to a member of the council who steps back from the unit, nor counted', () =>
		inSeason(async (database, made) => {
			const { member, chair, one, other, village, neighbour, seasonId, of, list } = made;
			await bringTo(database, made, 'scoring');
			expect((await list(chair)).map(([code]) => code)).toEqual([village.code, neighbour.code]);
			expect((await list(member)).map(([code]) => code)).toEqual([neighbour.code]);
			await expect(readUnitFlags(database, member, of(village.code), inTime)).rejects.toThrow(
				NotFoundError,
			);
			const base = await readSeasonBase(database, member, seasonId);
			const counts = await countFlags(database, member, base, counted(made));
			expect(Object.keys(counts).map(Number).toSorted()).toEqual(
				[neighbour.id, other.id].toSorted(),
			);
			expect(counts[one.id]).toBeUndefined();
		}));
});
