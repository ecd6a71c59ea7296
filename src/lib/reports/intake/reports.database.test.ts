import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeProvince, reportOf } from '../../../../tests/database/province';
import { syncCatalogue } from '../../indicators/sync.server';
import type { Database } from '../../server/db/client';
import { changeLog, coverage, report, reportRevision } from '../../server/db/schema';
import { readChanges } from '../../server/change-log';
import { decideReports } from '../review/decide.server';
import { periodByCode } from '../periods/periods.server';
import { submitReports } from './submit.server';

const now = new Date('2026-10-20T03:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

async function allFive(database: Database, unitId: number, basis: 'approved' | 'provisional') {
	const period = await periodByCode(database, '2026-10', null);
	const [row] = await database
		.select()
		.from(coverage)
		.where(
			and(eq(coverage.unitId, unitId), eq(coverage.periodId, period.id), eq(coverage.basis, basis)),
		);
	return row && { able: row.able[0], base: row.base[0], reports: row.reports };
}

describeDatabase('the report cycle', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const province = await makeProvince(database, { communes: 2, villages: 3 });
		const [first, second] = province.communes;
		if (!first || !second) throw new Error('two communes');
		const village = (index: number) => {
			const found = first.villages[index];
			if (!found) throw new Error('three villages');
			return found;
		};
		const submit = (inputs: unknown[], at = now) =>
			submitReports(database, province.reporter, inputs, { channel: 'api', now: at });
		const decide = (
			decision: 'approve' | 'return',
			unit: string,
			revision: number,
			actor = province.approver,
			at = now,
		) =>
			decideReports(
				database,
				actor,
				[{ unit, period: '2026-10', decision, revision, comment: 'please check' }],
				at,
			);
		return { ...province, first, second, village, submit, decide };
	};

	it('sums villages into commune, province and country, provisional first', () =>
		rolledBack(handle(), async (database) => {
			const { submit, village, first, provinceId, countryId, decide } = await setUp(database);
			const results = await submit([
				reportOf(village(0).code, '2026-10', 60, 100),
				reportOf(village(1).code, '2026-10', 30, 50),
			]);
			expect(results.map(({ status }) => status)).toEqual(['accepted', 'accepted']);
			for (const unitId of [first.id, provinceId, countryId])
				expect(await allFive(database, unitId, 'provisional')).toEqual({
					able: 90,
					base: 150,
					reports: 2,
				});
			expect(await allFive(database, provinceId, 'approved')).toBeUndefined();

			await decide('approve', village(0).code, 1);
			expect(await allFive(database, provinceId, 'approved')).toEqual({
				able: 60,
				base: 100,
				reports: 1,
			});
			expect(await allFive(database, provinceId, 'provisional')).toMatchObject({ able: 90 });
		}));

	it("lets a commune's own report replace the sum of its villages, and fall back to it", () =>
		rolledBack(handle(), async (database) => {
			const { submit, village, first, second, provinceId, decide } = await setUp(database);
			await submit([reportOf(village(0).code, '2026-10', 60, 100)]);
			await submit([reportOf(first.code, '2026-10', 200, 300)]);
			await submit([reportOf(second.code, '2026-10', 5, 10)]);
			expect(await allFive(database, provinceId, 'provisional')).toMatchObject({
				able: 205,
				base: 310,
			});
			await decide('return', first.code, 1);
			expect(await allFive(database, provinceId, 'provisional')).toMatchObject({
				able: 65,
				base: 110,
			});
		}));

	it('counts only households where both numbers are known', () =>
		rolledBack(handle(), async (database) => {
			const { submit, village, first } = await setUp(database);
			const unknown = reportOf(village(1).code, '2026-10', 1, 70);
			await submit([
				reportOf(village(0).code, '2026-10', 60, 100),
				{ ...unknown, householdSkills: { ...unknown.householdSkills, allFive: null } },
			]);
			expect(await allFive(database, first.id, 'provisional')).toEqual({
				able: 60,
				base: 100,
				reports: 2,
			});
		}));

	it('keeps every revision and shows the newest approved one until a correction is approved', () =>
		rolledBack(handle(), async (database) => {
			const { submit, village, decide } = await setUp(database);
			const unit = village(0);
			await submit([reportOf(unit.code, '2026-10', 60, 100)]);
			await decide('approve', unit.code, 1);
			await submit([reportOf(unit.code, '2026-10', 70, 100)]);
			expect(await allFive(database, unit.id, 'approved')).toMatchObject({ able: 60 });
			expect(await allFive(database, unit.id, 'provisional')).toMatchObject({ able: 70 });
			await decide('return', unit.code, 2);
			expect(await allFive(database, unit.id, 'provisional')).toMatchObject({ able: 60 });
			await submit([reportOf(unit.code, '2026-10', 65, 100)]);
			await decide('approve', unit.code, 3);
			expect(await allFive(database, unit.id, 'approved')).toMatchObject({ able: 65 });
			const revisions = await database
				.select({ allFive: reportRevision.allFive, state: reportRevision.state })
				.from(reportRevision)
				.orderBy(reportRevision.revision);
			expect(revisions).toEqual([
				{ allFive: 60, state: 'approved' },
				{ allFive: 70, state: 'returned' },
				{ allFive: 65, state: 'approved' },
			]);
		}));

	it('refuses decisions that may not be taken, and changes nothing then', () =>
		rolledBack(handle(), async (database) => {
			const { submit, village, decide, reporter, approver, provinceId } = await setUp(database);
			const { code } = village(0);
			const reasonOf = async (result: ReturnType<typeof decide>) => {
				const [first] = await result;
				return first?.status === 'refused' ? first.reason : first?.status;
			};
			expect(await reasonOf(decide('approve', code, 1))).toBe('unknownReport');
			await submit([reportOf(code, '2026-10', 60, 100)]);
			expect(await reasonOf(decide('approve', code, 1, reporter))).toBe('notYourUnit');
			const both = {
				...reporter,
				grants: [...reporter.grants, ...approver.grants],
			};
			expect(await reasonOf(decide('approve', code, 1, both))).toBe('ownReport');
			expect(await reasonOf(decide('approve', code, 2))).toBe('newerRevision');
			expect(await reasonOf(decide('approve', code, 1))).toBe('done');
			expect(await reasonOf(decide('return', code, 1))).toBe('alreadyDecided');
			expect(await allFive(database, provinceId, 'approved')).toMatchObject({ able: 60 });
		}));

	it('takes or refuses each report of a batch by itself and names field, rule and numbers', () =>
		rolledBack(handle(), async (database) => {
			const { submit, village } = await setUp(database);
			const wrong = reportOf(village(1).code, '2026-10', 10, 50);
			const results = await submit([
				reportOf(village(0).code, '2026-10', 60, 100),
				{ ...wrong, householdSkills: { ...wrong.householdSkills, allFive: 20 } },
				reportOf(village(0).code, '2026-10', 1, 2),
				reportOf('00000', '2026-10', 1, 2),
				reportOf(village(2).code, '2026-11', 1, 2),
				{ ...wrong, householdSkills: { ...wrong.householdSkills, households: 50.5 } },
				'nonsense',
			]);
			const summary = results.map((result) =>
				result.status === 'accepted'
					? 'accepted'
					: result.problems.map(({ field, rule }) => `${field} ${rule}`)[0],
			);
			expect(summary).toEqual([
				'accepted',
				'householdSkills.allFive allFiveAtMost.skill1',
				'unit duplicateInBatch',
				'unit unknownUnit',
				'period periodNotBegun',
				'householdSkills.households schema.integer',
				'report schema.strict_object',
			]);
			const refused = results[1];
			expect(refused?.status === 'rejected' && refused.problems[0]).toMatchObject({
				numbers: { value: 20, limit: 10 },
			});
			expect(await database.$count(report)).toBe(1);
		}));

	it('asks for a reason when a cumulative count falls against the month before', () =>
		rolledBack(handle(), async (database) => {
			const { submit, village } = await setUp(database);
			const { code } = village(0);
			const statuses = async (inputs: unknown[]) =>
				(await submit(inputs)).map(({ status }) => status);
			expect(await statuses([reportOf(code, '2026-09', 60, 100)])).toEqual(['accepted']);
			expect(await statuses([reportOf(code, '2026-10', 59, 100)])).toEqual(['rejected']);
			expect(
				await statuses([{ ...reportOf(code, '2026-10', 59, 100), reason: 'two families moved' }]),
			).toEqual(['accepted']);
			expect(
				await statuses([
					reportOf(village(1).code, '2026-08', 30, 100),
					reportOf(village(1).code, '2026-09', 20, 100),
				]),
			).toEqual(['accepted', 'rejected']);
		}));

	it('is on time strictly before the due instant, and stays so when a return is answered soon', () =>
		rolledBack(handle(), async (database) => {
			const { submit, village, decide, approver } = await setUp(database);
			const due = new Date('2026-10-24T17:00:00Z');
			await submit([reportOf(village(0).code, '2026-10', 1, 50)], new Date(due.getTime() - 1));
			await submit([reportOf(village(1).code, '2026-10', 1, 50)], due);
			await submit([reportOf(village(2).code, '2026-10', 1, 50)], now);
			await decide('return', village(0).code, 1, approver, later(6));
			await decide('return', village(2).code, 1, approver, later(6));
			await submit([reportOf(village(0).code, '2026-10', 2, 50)], later(9));
			await submit([reportOf(village(2).code, '2026-10', 2, 50)], later(9.01));
			const rows = await database
				.select({ onTime: report.onTime })
				.from(report)
				.orderBy(report.unitId);
			expect(rows.map(({ onTime }) => onTime)).toEqual([true, false, false]);
		}));

	it('logs absolute public values free of small counts, and hides what would give them away', () =>
		rolledBack(handle(), async (database) => {
			const { submit, first, second, decide, approver } = await setUp(database);
			await submit([
				reportOf(first.code, '2026-10', 3, 100),
				reportOf(second.code, '2026-10', 40, 90),
			]);
			await decide('approve', second.code, 1, approver);
			const before = await readChanges(database, 0, 1000);
			const newest = before.changes.filter(
				(change) => change.type === 'figures' && change.audience === 'public',
			);
			expect(newest.map((change) => change.type === 'figures' && change.figures?.able[0])).toEqual([
				40, 40, 40,
			]);
			await decide('approve', first.code, 1, approver);
			const { changes } = await readChanges(database, before.upTo, 1000);
			const publicly = changes.flatMap((change) =>
				change.type === 'figures' && change.audience === 'public'
					? [[change.level, change.unitId, change.figures?.able[0]]]
					: [],
			);
			// 43 − 40 would reveal the 3, so totals wait until others come with it.
			expect(publicly).toEqual([
				['commune', first.id, null],
				['province', expect.any(Number), 40],
				['country', expect.any(Number), 40],
			]);
			const numbers = (await database.select().from(changeLog)).map(({ number }) => number);
			expect(numbers).toEqual(numbers.map((_, index) => index + 1));
		}));
});
