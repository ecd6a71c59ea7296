import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeProvince, reportOf } from '../../../../tests/database/province';
import { unitByCode } from '../../admin-units/home.server';
import { syncCatalogue } from '../../indicators/sync.server';
import { submitReports } from '../../reports/intake/submit.server';
import { listMonths, periodByCode } from '../../reports/periods/periods.server';
import { decideReports } from '../../reports/review/decide.server';
import type { Database } from '../../server/db/client';
import { readTrend } from '../trend.server';
import { readLastKnown } from './read-last-known.server';
import { readCommune } from './read.server';

const now = new Date('2026-11-02T03:00:00Z');

describeDatabase('the page of a commune that is late', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const province = await makeProvince(database, { communes: 1, villages: 3 });
		const [commune] = province.communes;
		const unit = await unitByCode(database, commune?.code ?? '', '2026-10-31');
		if (!commune || !unit) throw new Error('one commune');
		const report = async (month: string, counts: readonly number[]) => {
			const day = new Date(`${month}-20T03:00:00Z`);
			const codes = commune.villages.map(({ code }) => code);
			await submitReports(
				database,
				province.reporter,
				counts.map((able, index) => reportOf(codes[index] ?? '', month, able, 100)),
				{ channel: 'api', now: day },
			);
			await decideReports(
				database,
				province.approver,
				counts.map((_, index) => ({
					...{ unit: codes[index] ?? '', period: month, revision: 1, comment: '' },
					decision: 'approve' as const,
				})),
				day,
			);
		};
		const pageOf = async (month: string) => {
			const period = await periodByCode(database, month, unit.id);
			return readCommune(database, unit, period, null, now);
		};
		const lastKnown = async () =>
			readLastKnown(database, unit, {
				...{
					commune: await pageOf('2026-10'),
					months: await listMonths(database, now, unit.id),
					now,
				},
				trend: await readTrend(database, unit.id, {
					...({ basis: 'approved', audience: 'public' } as const),
					...{ months: 24, until: '2026-10' },
				}),
			});
		return { report, pageOf, lastKnown };
	};

	it('has the newest month with figures, named, and no more of it than that month’s own page', () =>
		rolledBack(handle(), async (database) => {
			const { report, pageOf, lastKnown } = await setUp(database);
			await report('2026-07', [2, 30, 40]);
			await report('2026-08', [3, 40, 50]);
			expect(await pageOf('2026-10')).toMatchObject({ figures: null, timeliness: 'missing' });
			const known = await lastKnown();
			expect(known?.period.code).toBe('2026-08');
			const august = await pageOf('2026-08');
			// One small count among them: it isn't shown, nor can it be worked out.
			expect(august.villages[0]?.figures?.able[0]).toBeNull();
			expect(known?.commune.figures).toEqual(august.figures);
			expect(known?.commune.villages).toEqual(august.villages);
			expect(known?.commune.previous).toEqual((await pageOf('2026-07')).figures);
		}));

	it('has none where nothing is known, or this month is', () =>
		rolledBack(handle(), async (database) => {
			const { report, lastKnown } = await setUp(database);
			expect(await lastKnown()).toBeNull();
			await report('2026-09', [30, 40, 50]);
			expect((await lastKnown())?.period.code).toBe('2026-09');
			await report('2026-10', [35, 45, 55]);
			expect(await lastKnown()).toBeNull();
		}));
});
