import { expect, it } from 'vitest';
import { addUnit } from '../../../../tests/database/accounts';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { docxText } from '../../../../tests/fixtures/papers/docx-text';
import { makeProvince } from '../../../../tests/database/province';
import { syncCatalogue } from '../../indicators/sync.server';
import { everyIndicator } from '../../indicators/reportable.server';
import { readSeries, seriesKey } from '../../indicators/targets/read-series.server';
import { decideReports } from '../../reports/review/decide.server';
import { submitReports } from '../../reports/intake/submit.server';
import type { Database } from '../../server/db/client';
import { adminUnit } from '../../server/db/schema';
import { draftReport } from './draft-report.server';
import { readCompared } from './read-compared.server';
import { readSpanFigures } from './read-figures.server';

const year2023 = { startsOn: '2023-01-01', endsOn: '2023-12-31' };

/** A district of 2023: its communes, itself, its post, telecoms and education department. */
async function setUp(database: Database) {
	await syncCatalogue(database);
	const province = await makeProvince(database, { communes: 0, villages: 0 });
	const districtId = await addUnit(database, '981', 'district', province.provinceId);
	const communeId = await addUnit(database, '98101', 'commune', districtId);
	await addUnit(database, '98102', 'commune', districtId);
	const organisation = async (code: string, kind: 'buuChinh' | 'vienThong' | 'coQuanGiaoDuc') => {
		await database.insert(adminUnit).values({
			...{ code, level: 'organisation', kind, name: `Đơn vị ${code}`, searchName: code },
			...{ parentId: districtId, validFrom: '2020-01-01' },
		});
	};
	await organisation('BD', 'buuChinh');
	await organisation('VT', 'vienThong');
	await organisation('GD', 'coQuanGiaoDuc');
	const now = new Date('2023-11-20T02:00:00Z');
	const report = async (unit: string, given: Record<string, number>) => {
		const values = Object.entries(given).map(([indicator, value]) => ({ indicator, value }));
		const input = { unit, period: '2023-11', values };
		const arrival = { channel: 'form', now } as const;
		const [result] = await submitReports(database, province.reporter, [input], arrival);
		expect(result).toMatchObject({ status: 'accepted' });
		const decision = { unit, period: '2023-11', decision: 'approve', revision: 1, comment: '' };
		const decided = await decideReports(
			database,
			province.approver,
			[{ ...decision, decision: 'approve' }],
			now,
		);
		expect(decided).toMatchObject([{ status: 'done' }]);
	};
	return { ...province, districtId, communeId, report };
}

describeDatabase('a district’s figures', (handle) => {
	it('add its own class to that of its communes, and never what several count', () =>
		rolledBack(handle(), async (database) => {
			const { districtId, communeId, provinceId, report, reporter } = await setUp(database);
			await report('98101', { memberClasses: 1, memberClassAttendance: 78, ocopProducts: 6 });
			await report('98102', { ocopProducts: 4, paymentAccounts: 500, teachers: 90 });
			await report('981', { memberClasses: 1, memberClassAttendance: 79, newsItems: 420 });
			await report('BD', { ocopProducts: 120, paymentAccounts: 900 });
			await report('VT', { paymentAccounts: 410 });
			await report('GD', { teachers: 100, teachersTrained: 95 });
			const expected = {
				...{ memberClasses: 2, memberClassAttendance: 157, newsItems: 420 },
				...{ ocopProducts: 10, paymentAccounts: 500, teachers: 100, teachersTrained: 95 },
			};
			for (const id of [districtId, provinceId]) {
				const { total } = await readSpanFigures(database, id, year2023, 'approved');
				const values = [...total.values].map(([code, { value }]) => [code, value]);
				expect(Object.fromEntries(values)).toEqual(expected);
			}
			const { beside, own } = await readSpanFigures(database, districtId, year2023, 'approved');
			const gaps = (code: string) => beside.get(code)?.map(({ stated: { value } }) => value);
			expect([gaps('ocopProducts'), gaps('paymentAccounts'), gaps('teachers')]).toEqual([
				[120],
				[900, 410],
				[90],
			]);
			expect(own.values.get('memberClassAttendance')?.value).toBe(79);
			const shown = await readCompared(database, districtId, year2023);
			expect(shown.map(({ counted, stated }) => [counted?.value, stated.value])).toEqual(
				expect.arrayContaining([
					[10, 120],
					[500, 900],
					[500, 410],
					[100, 90],
				]),
			);
			expect(await readCompared(database, communeId, year2023)).toEqual([]);

			const wanted = { unit: '981', span: '2023', basis: 'approved' } as const;
			const text = await docxText((await draftReport(database, reporter, wanted)).content);
			const all = text.join('\n');
			for (const part of ['157', 'tự thực hiện', 'SỐ LIỆU CỦA NHIỀU NGUỒN', 'cao hơn 110'])
				expect(all).toContain(part);
			expect(all).not.toContain('1.810');

			const indicators = everyIndicator.filter(({ code }) => code in expected);
			const question = { unitIds: [districtId], indicators, year: 2023, day: '2023-12-31' };
			const series = await readSeries(database, question);
			const november = Object.keys(expected).map((code) => [
				code,
				series.get(seriesKey(districtId, code))?.[11],
			]);
			expect(Object.fromEntries(november)).toEqual(expected);
		}));
});
