import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { addUnit } from '../../../../tests/database/accounts';
import { makeAccount, makeProvince } from '../../../../tests/database/province';
import type { Actor } from '../../contracts/accounts';
import { syncCatalogue } from '../../indicators/sync.server';
import { addAdHoc } from '../../reports/rules/add-ad-hoc.server';
import type { Database } from '../../server/db/client';
import { columnsFor } from './columns.server';
import { confirmUpload } from './confirm-upload.server';
import { readFileChoices } from './file-choices.server';
import { readUpload } from './read-upload.server';
import { takeUpload } from './take-upload.server';
import { figureAddress } from './write-form.server';
import { writeReports, type WantedFile } from './write-reports.server';

const now = new Date('2026-10-20T03:00:00Z');
const enterpriseColumns = columnsFor([{ level: 'organisation', kind: 'doanhNghiep' }]);

describeDatabase('files of reports of every kind', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const province = await makeProvince(database, { communes: 2, villages: 1 });
		const enterpriseId = await addUnit(database, 'BD98', 'organisation', province.provinceId);
		const post = await makeAccount(database, 'buudien', 'reporter', enterpriseId);
		const administrator = await makeAccount(
			database,
			'quan-tri',
			'administrator',
			province.provinceId,
		);
		return { ...province, post, administrator };
	};
	const form = async (
		database: Database,
		actor: Actor,
		wanted: Omit<WantedFile, 'file' | 'unit'>,
		change: (sheet: ExcelJS.Worksheet) => void,
	) => {
		const given = { ...wanted, unit: undefined, file: 'form' } as const;
		const { content, name } = await writeReports(database, actor, given);
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load(content.slice().buffer);
		const [sheet] = workbook.worksheets;
		if (!sheet) throw new Error('The form has a sheet.');
		change(sheet);
		return { name, content: new Uint8Array(await workbook.xlsx.writeBuffer()) };
	};
	const rowsOf = async (
		database: Database,
		actor: Actor,
		file: { name: string; content: Uint8Array },
	) => {
		const id = await takeUpload(database, actor, [file], now);
		const { files } = await readUpload(database, actor, id);
		return { id, rows: files.flatMap(({ rows }) => rows) };
	};
	const comesBack = async (
		database: Database,
		actor: Actor,
		wanted: Omit<WantedFile, 'file' | 'unit'>,
	) => {
		for (const file of ['xlsx', 'csv'] as const) {
			const exported = await writeReports(database, actor, { ...wanted, unit: undefined, file });
			const { rows } = await rowsOf(database, actor, exported);
			expect(rows.map(({ state }) => state)).toEqual(['same']);
		}
	};

	it('take in a year', () =>
		rolledBack(handle(), async (database) => {
			const { reporter } = await setUp(database);
			const wanted = { period: '2026', levels: ['commune'] } as const;
			const file = await form(database, reporter, wanted, (sheet) => {
				expect(sheet.getCell('D7').value).toBe('Năm 2026');
				sheet.getCell(figureAddress('leaflets', 7)).value = 'hơn 1.200';
			});
			const { id, rows } = await rowsOf(database, reporter, file);
			expect(rows.map(({ state, period }) => [state, period])).toEqual([['new', '2026']]);
			expect(await confirmUpload(database, reporter, id, {}, now)).toEqual({
				stored: 1,
				refused: 0,
			});
			await comesBack(database, reporter, wanted);
		}));

	it('take in an ad hoc report, of those alone whom it is asked of', () =>
		rolledBack(handle(), async (database) => {
			const { reporter, administrator, communes } = await setUp(database);
			await addAdHoc(database, administrator, {
				unitId: String(communes[0]?.id),
				code: 'MAR-26',
				title: 'Rà soát sau bão',
				startsOn: '2026-10-01',
				endsOn: '2026-10-31',
				due: '2026-10-25T17:00',
			});
			const { periods } = await readFileChoices(database, reporter, now);
			expect(periods.at(0)).toMatchObject({ kind: 'month', code: '2026-10' });
			expect(periods.map(({ code }) => code)).toEqual(
				expect.arrayContaining(['2026-Q4', '2026', '2025']),
			);
			expect(periods.at(-1)).toEqual({ kind: 'adHoc', code: 'MAR-26', title: 'Rà soát sau bão' });
			const wanted = { period: 'MAR-26', levels: [] } as const;
			const file = await form(database, reporter, wanted, (sheet) => {
				expect(sheet.getCell('A1').text).toContain('RÀ SOÁT SAU BÃO');
				expect(sheet.getColumn(1).values.slice(7)).toEqual(['98000', '98000-01']);
				sheet.getCell(figureAddress('leaflets', 8)).value = 5;
			});
			const { id, rows } = await rowsOf(database, reporter, file);
			expect(rows.map(({ unit, state }) => [unit, state])).toEqual([['98000-01', 'new']]);
			expect(await confirmUpload(database, reporter, id, {}, now)).toEqual({
				stored: 1,
				refused: 0,
			});
			await comesBack(database, reporter, wanted);
		}));

	it('take in the month of an organisation, by its own few columns', () =>
		rolledBack(handle(), async (database) => {
			const { post, reporter } = await setUp(database);
			expect((await readFileChoices(database, post, now)).levels).toEqual(['organisation']);
			expect((await readFileChoices(database, reporter, now)).levels).toContain('organisation');
			const wanted = { period: '2026-10', levels: ['organisation'] } as const;
			const file = await form(database, post, wanted, (sheet) => {
				sheet.getCell(figureAddress('ocopProducts', 7, enterpriseColumns)).value = 40;
				sheet.getCell(figureAddress('ocopProductsListed', 7, enterpriseColumns)).value = 31;
			});
			expect(file.name).toBe('bieu-2026-10-co-quan.xlsx');
			const { id, rows } = await rowsOf(database, post, file);
			expect(rows.map(({ state, problems }) => [state, problems])).toEqual([['new', []]]);
			expect(await confirmUpload(database, post, id, {}, now)).toEqual({ stored: 1, refused: 0 });
			await comesBack(database, post, wanted);

			const changed = await form(database, post, wanted, (sheet) => {
				sheet.getCell(figureAddress('ocopProductsListed', 7, enterpriseColumns)).value = 41;
			});
			const second = await rowsOf(database, post, changed);
			expect(second.rows[0]?.problems).toMatchObject([
				{
					rule: 'partsAtMostTotal',
					address: figureAddress('ocopProducts', 7, enterpriseColumns),
				},
			]);
		}));

	it('ask a village for its own alone, and keep what it reported of its commune’s all the same', () =>
		rolledBack(handle(), async (database) => {
			const { reporter } = await setUp(database);
			const codesOf = (sheet: ExcelJS.Worksheet) =>
				Array.from({ length: sheet.columnCount }, (_, index) => sheet.getCell(6, index + 1).text);
			const cellOf = (sheet: ExcelJS.Worksheet, key: string, row: number) =>
				sheet.getCell(row, codesOf(sheet).indexOf(key) + 1);
			const villages = { period: '2026-10', levels: ['village'] } as const;
			await form(database, reporter, villages, (sheet) => {
				expect(codesOf(sheet)).toEqual(expect.arrayContaining(['allFive', 'members']));
				expect(codesOf(sheet)).not.toContain('villagesRequired');
			});
			const together = { period: '2026-10', levels: [] } as const;
			const file = await form(database, reporter, together, (sheet) => {
				expect([sheet.getCell('A7').text, sheet.getCell('A8').text]).toEqual(['98000', '98000-01']);
				expect(cellOf(sheet, 'villagesRequired', 7).protection).toMatchObject({ locked: false });
				expect(cellOf(sheet, 'villagesRequired', 8).protection).not.toMatchObject({
					locked: false,
				});
				cellOf(sheet, 'members', 8).value = 5;
				// From a file of before.
				cellOf(sheet, 'villagesRequired', 8).value = 1;
			});
			const { id, rows } = await rowsOf(database, reporter, file);
			expect(rows.map(({ unit, state }) => [unit, state])).toEqual([['98000-01', 'new']]);
			expect(await confirmUpload(database, reporter, id, {}, now)).toEqual({
				stored: 1,
				refused: 0,
			});
			await form(database, reporter, villages, (sheet) => {
				expect(cellOf(sheet, 'villagesRequired', 7).value).toBe(1);
				expect(codesOf(sheet)).not.toContain('communesRequired');
			});
			await comesBack(database, reporter, villages);
		}));

	it('name everything that is wrong in a row', () =>
		rolledBack(handle(), async (database) => {
			const { post, reporter } = await setUp(database);
			const wanted = { period: '2026-10', levels: ['commune'] } as const;
			const file = await form(database, reporter, wanted, (sheet) => {
				sheet.getCell(figureAddress('households', 7)).value = 50;
				sheet.getCell(figureAddress('skill1', 7)).value = 51;
				sheet.getCell(figureAddress('vneid', 7)).value = 52;
				sheet.getCell(figureAddress('leaflets', 7)).value = 'nhiều';
			});
			const { rows } = await rowsOf(database, reporter, file);
			expect(rows[0]?.problems.map(({ address }) => address)).toEqual(
				['leaflets', 'skill1', 'vneid'].map((key) => figureAddress(key, 7)),
			);
			const foreign = await rowsOf(database, post, file);
			expect(foreign.rows[0]?.problems.map(({ rule }) => rule)).toContain('notYourUnit');
		}));
});
