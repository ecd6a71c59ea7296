import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import { syncCatalogue } from '../../indicators/sync.server';
import type { Database } from '../../server/db/client';
import { listPeriodChoices } from './list-period-choices.server';
import { readReportableUnits } from '../status/overview.server';
import { ensurePeriods, periodByCode } from './periods.server';
import { addAdHoc } from '../rules/add-ad-hoc.server';
import { submitReports } from '../intake/submit.server';

const now = new Date('2026-11-20T03:00:00Z');

async function setUp(database: Database) {
	await syncCatalogue(database);
	const province = await makeProvince(database, { communes: 2, villages: 2 });
	const [first, second] = province.communes;
	if (!first || !second) throw new Error('two communes');
	const administrator = await makeAccount(database, 'admin', 'administrator', province.provinceId);
	const ask = (unitId: number, code: string) =>
		addAdHoc(database, administrator, {
			...{ unitId: String(unitId), code, title: 'Rà soát lừa đảo trực tuyến' },
			...{ startsOn: '2026-11-01', endsOn: '2026-11-30', due: '2026-12-05T17:00' },
		});
	return { ...province, first, second, ask };
}

describeDatabase('the choice of a period', (handle) => {
	it('goes back to the first year though nobody made the periods', () =>
		rolledBack(handle(), async (database) => {
			const { first, reporter } = await setUp(database);
			await ensurePeriods(database, ['2026-12']);
			const choices = await listPeriodChoices(database, now, [first.id]);
			const codes = choices.map(({ code }) => code);
			expect(codes.slice(0, 3)).toEqual(['2026-11', '2026-10', '2026-Q4']);
			expect(codes).toEqual(
				expect.arrayContaining(['2024-12', '2024-Q4', '2022', '2022-Q1', '2022-01']),
			);
			expect(codes).not.toContain('2021-12');
			expect(codes).not.toContain('2026-12');
			const old = [reportOf(first.code, '2022-11', 10, 100)];
			expect(await submitReports(database, reporter, old, { channel: 'form', now })).toMatchObject([
				{ status: 'accepted' },
			]);
		}));

	it('has an ad hoc report for whom it is asked of, and for who oversees them', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, provinceId, reporter, ask } = await setUp(database);
			await ask(first.id, 'LUA-DAO-01');
			const adHocOf = async (...unitIds: number[]) =>
				(await listPeriodChoices(database, now, unitIds)).flatMap(({ kind, title }) =>
					kind === 'adHoc' ? title : [],
				);
			const title = 'Rà soát lừa đảo trực tuyến';
			expect(await adHocOf(first.villages[0]?.id ?? 0)).toEqual([title]);
			expect(await adHocOf(provinceId)).toEqual([title]);
			expect(await adHocOf(second.id)).toEqual([]);
			expect(await adHocOf(second.id, first.id)).toEqual([title]);
			const period = await periodByCode(database, 'LUA-DAO-01', null);
			const all = { filter: { code: '', searchName: '' }, limit: 10 };
			const { lines } = await readReportableUnits(database, reporter, period, all);
			expect(lines.map(({ code }) => code)).toEqual([
				first.code,
				...first.villages.map(({ code }) => code),
			]);
		}));
});
