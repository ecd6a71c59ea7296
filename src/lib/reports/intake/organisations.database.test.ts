import { expect, it } from 'vitest';
import { addUnit } from '../../../../tests/database/accounts';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import { searchUnits } from '../../admin-units/search/search.server';
import { unitByCode } from '../../admin-units/home.server';
import { syncCatalogue } from '../../indicators/sync.server';
import type { Database } from '../../server/db/client';
import { coverage } from '../../server/db/schema';
import { decideReports } from '../review/decide.server';
import { periodByCode } from '../periods/periods.server';
import { readReport } from '../review/read-report.server';
import { readStandings } from '../status/standing.server';
import { submitReports } from './submit.server';

const now = new Date('2026-10-20T03:00:00Z');
const period = '2026-10';

async function setUp(database: Database) {
	await syncCatalogue(database);
	const province = await makeProvince(database, { communes: 1, villages: 1 });
	const unitId = await addUnit(database, 'BD98', 'organisation', province.provinceId);
	const reporter = await makeAccount(database, 'buudien', 'reporter', unitId);
	const submit = async (report: object, at = now) => {
		const [result] = await submitReports(database, reporter, [report], {
			channel: 'form',
			now: at,
		});
		return result?.status === 'rejected'
			? result.problems.map(({ field, rule }) => `${field} ${rule}`)
			: result?.status;
	};
	const own = {
		unit: 'BD98',
		period,
		values: [
			{ indicator: 'ocopProducts', value: 40 },
			{ indicator: 'ocopProductsListed', value: 31 },
			{ indicator: 'devices', value: 5 },
		],
	};
	return { ...province, reporter, submit, own };
}

describeDatabase('an organisation', (handle) => {
	it('reports its own few indicators by the same way, and is approved like anybody', () =>
		rolledBack(handle(), async (database) => {
			const { submit, own, reporter, approver } = await setUp(database);
			expect(
				await submit({ ...own, values: [...own.values, { indicator: 'leaflets', value: 1 }] }),
			).toEqual(['values.leaflets notForReporter']);
			expect(await submit(own)).toBe('accepted');
			const decision = {
				unit: 'BD98',
				period,
				decision: 'approve',
				revision: 1,
				comment: '',
			} as const;
			expect(await decideReports(database, approver, [decision], now)).toMatchObject([
				{ status: 'done' },
			]);
			const { revisions } = await readReport(database, reporter, { unit: 'BD98', period }, now);
			expect(revisions).toMatchObject([
				{ state: 'approved', values: { ocopProductsListed: { value: 31 } } },
			]);
		}));

	it('has no households, is in no coverage, and no citizen finds it', () =>
		rolledBack(handle(), async (database) => {
			const { submit, own, provinceId } = await setUp(database);
			expect(await submit(reportOf('BD98', period, 10, 100))).toEqual([
				'householdSkills notForReporter',
			]);
			await submit(own);
			expect(await database.$count(coverage)).toBe(0);
			const within = { scopeUnitId: provinceId, onDay: '2026-10-20', limit: 10 };
			expect(await searchUnits(database, 'BD98', within)).toEqual([]);
		}));

	it('is due every month before day 28, and no other period', () =>
		rolledBack(handle(), async (database) => {
			const { submit, own } = await setUp(database);
			const standing = async (code: string, at: string) => {
				const province = await unitByCode(database, '98', '2026-10-31');
				if (!province) throw new Error('the province is there');
				const found = await periodByCode(database, code, null);
				const lines = await readStandings(database, province, found, new Date(at));
				return lines.find(({ level }) => level === 'organisation')?.counts;
			};
			expect(await standing(period, '2026-10-27T16:59:59Z')).toMatchObject({ due: 1, pending: 1 });
			expect(await standing(period, '2026-10-27T17:00:00Z')).toMatchObject({ due: 1, missing: 1 });
			await submit(own, new Date('2026-10-27T16:59:59Z'));
			expect(await standing(period, '2026-10-27T17:00:00Z')).toMatchObject({ onTime: 1 });
			expect(await standing('2026-Q4', '2026-12-31T00:00:00Z')).toMatchObject({ due: 0 });
		}));
});
