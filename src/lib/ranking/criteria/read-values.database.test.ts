import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeProvince, reportOf } from '../../../../tests/database/province';
import type { CriterionCode } from '../../contracts/awards/criteria';
import { codesOfForm } from '../../indicators/rules.server';
import { syncCatalogue } from '../../indicators/sync.server';
import { submitReports } from '../../reports/intake/submit.server';
import { ensurePeriods } from '../../reports/periods/periods.server';
import { decideReports } from '../../reports/review/decide.server';
import type { Database } from '../../server/db/client';
import { activity, householdRegister, target, team } from '../../server/db/schema';
import type { RankedKind } from './candidates.server';
import { readCriteria } from './read-values.server';

const now = new Date('2026-10-02T03:00:00Z');
const span = { from: '2026-08-01', until: '2026-09-30' };

describeDatabase('the values of criteria', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const province = await makeProvince(database, { communes: 2, villages: 2 });
		const [first, second] = province.communes;
		const [village, other] = first?.villages ?? [];
		if (!first || !second || !village || !other) throw new Error('a province with communes');
		await ensurePeriods(database, ['2026-07', '2026-08', '2026-09']);
		const send = async (input: ReturnType<typeof reportOf>) => {
			const at = new Date(`${input.period}-20T03:00:00Z`);
			const [result] = await submitReports(database, province.reporter, [input], {
				...{ channel: 'api', now: at },
			});
			if (result?.status !== 'accepted') throw new Error(JSON.stringify(result));
			return { unit: input.unit, period: input.period, revision: result.revision, at };
		};
		const approve = async ({ at, ...sent }: Awaited<ReturnType<typeof send>>) => {
			const decision = { ...sent, decision: 'approve' as const, comment: '' };
			await decideReports(database, province.approver, [decision], at);
		};
		const enter = async (input: ReturnType<typeof reportOf>) => approve(await send(input));
		await database.insert(householdRegister).values(
			[village, other].map(({ id }) => ({
				...{ unitId: id, year: 2025, source: 'test', households: 100 },
			})),
		);
		const read = async (kind: RankedKind, samples = new Map()) => {
			const found = await readCriteria(database, {
				...{ scopeId: province.provinceId, kind, span, now, samples },
			});
			return {
				sessionsOf: (unitId: number) => found.find((one) => one.unitId === unitId)?.sessions,
				ids: found.map(({ unitId }) => unitId),
				of: (unitId: number, criterion: CriterionCode) =>
					found
						.find((one) => one.unitId === unitId)
						?.values.find((value) => value.criterion === criterion)?.value,
			};
		};
		return { ...province, first, second, village, other, send, approve, enter, read };
	};

	it('come from approved figures of villages and, summed up, of their communes', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, village, other, enter, read } = await setUp(database);
			for (const [month, one, two] of [
				['2026-07', 40, 60],
				['2026-08', 50, 60],
				['2026-09', 70, 60],
			] as const) {
				await enter(reportOf(village.code, month, one, 100));
				await enter(reportOf(other.code, month, two, 100));
			}
			const villages = await read('villageTeam');
			// In steps of five of a hundred households, the middle of each.
			expect(villages.of(village.id, 'coverage')).toBeCloseTo(0.725);
			expect(villages.of(village.id, 'gapClosed')).toBeCloseTo((0.725 - 0.425) / 0.575);
			expect(villages.of(other.id, 'gapClosed')).toBeCloseTo(0);
			expect(villages.of(village.id, 'assisted')).toBeCloseTo(0.1);
			expect(villages.of(village.id, 'punctuality')).toBe(1);
			expect(villages.of(village.id, 'corrections')).toBe(0);
			expect(villages.of(village.id, 'completeness')).toBeGreaterThan(0.05);
			expect(villages.of(village.id, 'targetsMet')).toBeNull();
			expect(villages.of(village.id, 'verified')).toBeNull();
			const communes = await read('commune');
			expect(communes.of(first.id, 'coverage')).toBeCloseTo(0.675);
			expect(communes.of(first.id, 'gapClosed')).toBeCloseTo((0.675 - 0.525) / 0.475);
			expect(communes.of(first.id, 'completeness')).toBeCloseTo(
				villages.of(village.id, 'completeness') ?? -1,
			);
			expect(communes.of(second.id, 'coverage')).toBeNull();
			expect(communes.of(second.id, 'punctuality')).toBe(0);
			expect(communes.of(second.id, 'completeness')).toBe(0);
			expect(communes.of(second.id, 'corrections')).toBeNull();
		}));

	it('hold a village’s form against what it asks, not against what only its commune is asked for', () =>
		rolledBack(handle(), async (database) => {
			const { first, village, other, enter, read } = await setUp(database);
			const filled = (unit: string, codes: Iterable<string>) => ({
				...reportOf(unit, '2026-08', 50, 100),
				values: [...codes].map((indicator) => ({ indicator, value: 0 })),
			});
			const months = async (kind: RankedKind, id: number) =>
				(await read(kind)).of(id, 'completeness');
			await enter(filled(village.code, codesOfForm('village')));
			const theirs = [...codesOfForm('commune')].filter(
				(code) => !codesOfForm('village').has(code),
			);
			await enter(filled(other.code, theirs));
			// Of August alone: July and September are missing.
			expect(await months('villageTeam', village.id)).toBeCloseTo(1 / 2);
			expect(await months('villageTeam', other.id)).toBeCloseTo(
				10 / (10 + codesOfForm('village').size) / 2,
			);
			await enter(filled(first.code, codesOfForm('village')));
			expect(await months('commune', first.id)).toBeCloseTo(
				(10 + codesOfForm('village').size) / (10 + codesOfForm('commune').size) / 2,
			);
		}));

	it('count what an approved correction changed, and nothing that waits', () =>
		rolledBack(handle(), async (database) => {
			const { village, enter, read } = await setUp(database);
			await enter(reportOf(village.code, '2026-08', 50, 100));
			const before = await read('villageTeam');
			expect(before.of(village.id, 'corrections')).toBe(0);
			const corrected = { ...reportOf(village.code, '2026-08', 50, 100), reason: 'counted again' };
			corrected.householdSkills.vneid = 90;
			await enter(corrected);
			expect((await read('villageTeam')).of(village.id, 'corrections')).toBeCloseTo(1 / 10);
		}));

	it('take no report for punctual before it is approved, and keep the day on which it came', () =>
		rolledBack(handle(), async (database) => {
			const { first, village, other, send, approve, enter, read } = await setUp(database);
			const waiting: Awaited<ReturnType<typeof send>>[] = [];
			for (const { code } of [village, other]) {
				await enter(reportOf(code, '2026-08', 50, 100));
				waiting.push(await send(reportOf(code, '2026-09', 60, 100)));
			}
			const punctuality = async () => [
				(await read('villageTeam')).of(village.id, 'punctuality'),
				(await read('commune')).of(first.id, 'punctuality'),
			];
			expect(await punctuality()).toEqual([0.5, 0.5]);
			for (const sent of waiting) await approve({ ...sent, at: now });
			expect(await punctuality()).toEqual([1, 1]);
		}));

	it('know targets, teaching and what was visited', () =>
		rolledBack(handle(), async (database) => {
			const { first, village, enter, read, reporter } = await setUp(database);
			await enter(reportOf(village.code, '2026-08', 50, 100));
			await enter(reportOf(village.code, '2026-09', 70, 100));
			await database.insert(target).values(
				[
					{ indicatorCode: 'allFiveShare', value: 0.6 },
					{ indicatorCode: 'skill1Share', value: 0.9 },
				].map((one) => ({
					...one,
					...{ unitId: village.id, year: 2026, reason: '', setAt: now },
					setBy: reporter.accountId,
				})),
			);
			await database.insert(activity).values(
				['2026-08-05', '2026-09-07', '2026-10-01'].map((heldOn, index) => ({
					...{ key: `k${index}`, unitId: village.id, kind: 'citizenSession' as const, heldOn },
					...{ topic: 'skill3' as const, place: 'Nhà văn hóa', byYouth: false, note: '' },
					...{ recordedBy: reporter.accountId, recordedAt: now },
				})),
			);
			const visited = { checked: 8, confirmed: 5 };
			const samples = new Map([[village.id, { households: visited, sessions: visited }]]);
			const villages = await read('villageTeam', samples);
			expect(villages.of(village.id, 'targetsMet')).toBe(0.5);
			// In steps, by the upper end.
			expect(villages.of(village.id, 'verified')).toBe(0.75);
			expect((await read('villageTeam')).of(village.id, 'teaching')).toBe(2);
			expect(villages.of(village.id, 'teaching')).toBe(1.5);
			expect(villages.sessionsOf(village.id)).toEqual({ checked: 8, confirmed: 6, logged: 2 });
			expect((await read('commune')).of(first.id, 'teaching')).toBe(1);
		}));

	it('are asked of places with a team, where teams are ranked', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, village, read } = await setUp(database);
			expect((await read('commune')).ids.toSorted()).toEqual([first.id, second.id].toSorted());
			expect((await read('communeTeam')).ids).toEqual([]);
			await database
				.insert(team)
				.values({ unitId: first.id, name: 'Tổ xã', foundedOn: '2022-06-13' });
			expect((await read('communeTeam')).ids).toEqual([first.id]);
			expect((await read('villageTeam')).ids).toContain(village.id);
		}));
});
