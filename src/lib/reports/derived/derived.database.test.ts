import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeProvince, reportOf } from '../../../../tests/database/province';
import { readRequired, readRequiredReports } from '../../coverage/required.server';
import { syncCatalogue } from '../../indicators/sync.server';
import type { Database } from '../../server/db/client';
import { deadlineVersion } from '../../server/db/schema';
import { readReportForm } from '../form/read-report-form.server';
import { submitByForm } from '../form/submit-by-form.server';
import { submitReports } from '../intake/submit.server';
import { ensurePeriods, periodByCode } from '../periods/periods.server';
import { decideReports } from '../review/decide.server';
import { unitByCode } from '../../admin-units/home.server';
import { readStandings } from '../status/standing.server';
import { readDerived } from './read-derived.server';

const now = new Date('2022-10-05T03:00:00Z');
const quarter = ['2022-07', '2022-08', '2022-09'];

describeDatabase('a quarter from its months', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const { communes, reporter, approver } = await makeProvince(database, {
			...{ communes: 1, villages: 2 },
		});
		const [village, other] = communes[0]?.villages ?? [];
		if (!communes[0] || !village || !other) throw new Error('two villages');
		await ensurePeriods(database, [...quarter, '2022-Q3']);
		const period = await periodByCode(database, '2022-Q3', null);
		const approve = async (
			month: string,
			index: number,
			{ code } = village,
			values = [{ indicator: 'leaflets', value: 10 * (index + 1) }],
		) => {
			const report = { ...reportOf(code, month, 40 + index, 100), values };
			await submitReports(database, reporter, [report], { channel: 'form', now });
			const decision = {
				unit: code,
				period: month,
				revision: 1,
				decision: 'approve' as const,
				comment: '',
			};
			expect(await decideReports(database, approver, [decision], now)).toMatchObject([
				{ status: 'done' },
			]);
		};
		return { commune: communes[0], village, other, reporter, period, approve };
	};

	it('is filled in from approved months, and differs from them only with a reason', () =>
		rolledBack(handle(), async (database) => {
			const { village, reporter, period, approve } = await setUp(database);
			expect(await readDerived(database, village.id, period)).toBeNull();
			await approve('2022-07', 0);
			await approve('2022-09', 2);
			const derived = await readDerived(database, village.id, period);
			expect(derived).toMatchObject({
				entered: { 'values.leaflets': '40', 'householdSkills.allFive': '42' },
				...{ missing: ['2022-08'], householdsOf: '2022-09' },
			});
			const entered = { ...derived?.entered, 'values.leaflets': '45' };
			const report = { unit: village.code, period: '2022-Q3' };
			const submit = (reason: string) =>
				submitByForm(database, reporter, report, { ...entered, reason }, now);
			expect(await submit('')).toMatchObject({
				problems: [{ field: 'values.leaflets', rule: 'differsFromMonths' }],
			});
			expect(await submit('Thêm 5 tờ của tháng 8 chưa ghi')).toMatchObject({ ok: true });
		}));

	it('keeps what its months say of what it no longer asks for', () =>
		rolledBack(handle(), async (database) => {
			const { village, reporter, approve } = await setUp(database);
			await approve('2022-07', 0, village, [{ indicator: 'villagesRequired', value: 1 }]);
			const { derived, catalogue } = await readReportForm(
				database,
				reporter,
				{ unit: village.code, period: '2022-Q3' },
				'vi',
			);
			const asked = catalogue.indicators.map(({ code }) => code);
			expect(asked).toContain('villagesRequired');
			expect(asked).not.toContain('communesRequired');
			const shown = Object.entries(derived?.entered ?? {}).filter(
				([field]) =>
					field.startsWith('householdSkills.') || asked.includes(field.split('.')[1] ?? ''),
			);
			const report = { unit: village.code, period: '2022-Q3' };
			expect(
				await submitByForm(database, reporter, report, Object.fromEntries(shown), now),
			).toMatchObject({ ok: true });
		}));

	it('is not asked for, nor missing, where months suffice and were all approved', () =>
		rolledBack(handle(), async (database) => {
			const { commune, village, other, period, approve } = await setUp(database);
			for (const [index, month] of quarter.entries()) await approve(month, index);
			const units = [village.id, other.id];
			const unit = await unitByCode(database, commune.code, period.endsOn);
			if (!unit) throw new Error('the commune');
			const asked = () => readRequired(database, units, [period]);
			const missing = async () =>
				(await readStandings(database, unit, period, now)).flatMap(({ counts }) => counts.missing);
			const required = async () => {
				const reports = await readRequiredReports(database, [unit.id, ...units], period);
				return [unit.id, ...units].map((id) => reports.get(id)?.reportsRequired);
			};
			expect((await asked()).size).toBe(2);
			expect(await required()).toEqual([2, 1, 1]);
			expect(await missing()).toEqual([1, 1]);
			await database.update(deadlineVersion).set({ monthsSuffice: true });
			expect([...(await asked())]).toEqual([`${other.id}:${period.id}`]);
			expect(await missing()).toEqual([0, 1]);
			expect(await required()).toEqual([1, 0, 1]);
			for (const [index, month] of quarter.entries()) await approve(month, index, other);
			expect(await required()).toEqual([0, 0, 0]);
		}));
});
