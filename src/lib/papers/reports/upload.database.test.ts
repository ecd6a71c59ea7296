import ExcelJS from 'exceljs';
import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { rawWorkbook, textCell } from '../../../../tests/fixtures/papers/raw-workbook';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import type { Actor } from '../../contracts/accounts';
import { syncCatalogue } from '../../indicators/sync.server';
import { loadBaseMessages, loadWorkMessages } from '../../messages';
import { createFormat } from '../../messages/format';
import { submitReports } from '../../reports/intake/submit.server';
import type { Database } from '../../server/db/client';
import { report, reportRevision, reportUpload } from '../../server/db/schema';
import { columnsFor } from './columns.server';
import { confirmUpload } from './confirm-upload.server';
import { forgetUploads } from './forget-uploads.server';
import { markedCopy } from './marked-copy.server';
import { readUpload } from './read-upload.server';
import { takeUpload } from './take-upload.server';
import { figureAddress } from './write-form.server';
import { writeReports } from './write-reports.server';

const now = new Date('2026-10-20T03:00:00Z');
const wanted = { period: '2026-10', unit: undefined, levels: ['village'] } as const;
const villageColumns = columnsFor([{ level: 'village', kind: 'thon' }]);
const addressOf = (key: string, row: number) => figureAddress(key, row, villageColumns);

async function words() {
	const work = await loadWorkMessages('vi');
	return { work, format: createFormat('vi', await loadBaseMessages('vi')) };
}

describeDatabase('files of reports', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const province = await makeProvince(database, { communes: 2, villages: 2 });
		const [first, second] = province.communes;
		if (!first || !second) throw new Error('two communes');
		const codes = [...first.villages, ...second.villages].map(({ code }) => code);
		const submit = (inputs: unknown[]) =>
			submitReports(database, province.reporter, inputs, { channel: 'form', now });
		return { ...province, codes, submit };
	};
	const form = async (
		database: Database,
		actor: Actor,
		change: (set: (row: number, figures: Record<string, ExcelJS.CellValue>) => void) => void,
	) => {
		const { content } = await writeReports(database, actor, { ...wanted, file: 'form' });
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load(content.slice().buffer);
		const sheet = workbook.worksheets[0];
		change((row, figures) => {
			for (const [key, value] of Object.entries(figures))
				if (sheet) sheet.getCell(addressOf(key, row)).value = value;
		});
		return new Uint8Array(await workbook.xlsx.writeBuffer());
	};
	const statesOf = async (database: Database, actor: Actor, id: string) => {
		const { files } = await readUpload(database, actor, id);
		return files.flatMap(({ rows }) => rows.map(({ state }) => state));
	};

	it('are previewed row by row, and stored only once their sender says so', () =>
		rolledBack(handle(), async (database) => {
			const { codes, submit, reporter } = await setUp(database);
			const [a = '', b = ''] = codes;
			await submit([reportOf(a, '2026-10', 60, 100), reportOf(b, '2026-10', 30, 50)]);
			const content = await form(database, reporter, (set) => {
				// Rows come in the order of codes: the same, changed, wrong, new.
				set(8, { allFive: 29, leaflets: 'hơn 12' });
				set(9, { households: 40, skill1: 41 });
				set(10, { households: 40, leaflets: 3 });
			});
			const id = await takeUpload(database, reporter, [{ name: 'biểu.xlsx', content }], now);
			expect(await statesOf(database, reporter, id)).toEqual(['same', 'changed', 'wrong', 'new']);
			expect(await database.select().from(reportRevision)).toHaveLength(2);

			expect(await confirmUpload(database, reporter, id, {}, now)).toEqual({
				stored: 2,
				refused: 0,
			});
			const revisions = await database.select().from(reportRevision);
			expect(revisions.filter(({ channel }) => channel === 'file')).toHaveLength(2);
			expect(await database.select().from(report)).toHaveLength(3);
			await expect(confirmUpload(database, reporter, id, {}, now)).rejects.toThrow(
				'taken in before',
			);
		}));

	it('say what looks odd in a row, and take the word of their sender about it', () =>
		rolledBack(handle(), async (database) => {
			const { codes, submit, reporter } = await setUp(database);
			const [a = '', b = ''] = codes;
			const before = (unit: string) => ({
				...reportOf(unit, '2026-09', 31, 60),
				values: [{ indicator: 'leaflets', value: 11 }],
			});
			await submit([before(a), before(b)]);
			const content = await form(database, reporter, (set) => {
				set(7, { households: 60, allFive: 33, leaflets: 900 });
				set(8, { households: 60, allFive: 32, leaflets: 800 });
				set(9, { households: 60, skill1: 30, skill2: 40, skill3: 20, skill4: 50 });
				set(10, { households: 60, allFive: 61, leaflets: 7 });
			});
			const id = await takeUpload(database, reporter, [{ name: 'x.xlsx', content }], now);
			const { files } = await readUpload(database, reporter, id);
			const rows = files[0]?.rows ?? [];
			expect(rows.map(({ state }) => state)).toEqual(['new', 'new', 'new', 'wrong']);
			const odd = rows.map(({ warnings }) => warnings.map(({ address, rule }) => [address, rule]));
			expect(odd).toEqual([
				[[addressOf('leaflets', 7), 'jump']],
				[[addressOf('leaflets', 8), 'jump']],
				[[null, 'roundNumbers']],
				[],
			]);

			const tooShort = await confirmUpload(database, reporter, id, { 'explanation.0.1': 'ừ' }, now);
			expect(tooShort).toEqual({ faults: { 'explanation.0.1': 'tooShort' } });
			const words = {
				'explanation.0': 'Có đợt cao điểm trong tháng.',
				'explanation.0.1': 'Phát ở hội chợ.',
				'explanation.0.3': 'Không ai hỏi.',
			};
			expect(await confirmUpload(database, reporter, id, words, now)).toEqual({
				stored: 3,
				refused: 0,
			});
			const stored = await database
				.select({ explanations: reportRevision.explanations })
				.from(reportRevision)
				.where(eq(reportRevision.channel, 'file'))
				.orderBy(reportRevision.reportId);
			expect(stored.map(({ explanations }) => explanations)).toEqual([
				[{ field: 'values.leaflets', text: 'Có đợt cao điểm trong tháng.' }],
				[{ field: 'values.leaflets', text: 'Phát ở hội chợ.' }],
				[{ field: 'householdSkills.all', text: 'Có đợt cao điểm trong tháng.' }],
			]);
		}));

	it('name each wrong cell in a copy of the very file', () =>
		rolledBack(handle(), async (database) => {
			const { reporter } = await setUp(database);
			const content = await form(database, reporter, (set) => {
				set(7, { households: 40, skill1: 41, leaflets: { formula: '1+1' }, campaignSessions: 7 });
			});
			const id = await takeUpload(database, reporter, [{ name: 'biểu.xlsx', content }], now);
			const place = { upload: id, position: 0 };
			const copy = await markedCopy(database, reporter, place, await words());
			expect(copy.name).toBe('biểu - đánh dấu chỗ sai.xlsx');
			const workbook = new ExcelJS.Workbook();
			await workbook.xlsx.load(copy.content.slice().buffer);
			const cell = (key: string) => workbook.worksheets[0]?.getCell(addressOf(key, 7));
			expect(JSON.stringify(cell('skill1')?.note)).toContain('không được lớn hơn tổng số hộ (40)');
			expect(JSON.stringify(cell('leaflets')?.note)).toContain('công thức');
			expect(cell('skill1')?.fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
			expect(cell('campaignSessions')?.note).toBeUndefined();
			expect(cell('campaignSessions')?.fill).not.toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
			expect(cell('campaignSessions')?.value).toBe(7);
		}));

	it('find the unit of a code whose zeros a spreadsheet dropped', () =>
		rolledBack(handle(), async (database) => {
			const { reporter } = await setUp(database);
			await makeProvince(database, { communes: 1, villages: 1, code: '07' });
			await database.execute(sql`update admin_unit set code = '07000001' where code = '07000-01'`);
			const csv = 'unit;period;households\n7000001;Tháng 10/2026;40\n7000009;Tháng 10/2026;40\n';
			const content = new TextEncoder().encode(csv);
			const id = await takeUpload(database, reporter, [{ name: 'a.csv', content }], now);
			const { files } = await readUpload(database, reporter, id);
			expect(files[0]?.rows.map(({ unit }) => unit)).toEqual(['07000001', '7000009']);
		}));

	it('say which sheets and columns are hidden; those of our own forms are none', () =>
		rolledBack(handle(), async (database) => {
			const { reporter, codes } = await setUp(database);
			const cell = (text: string, index: number) => textCell(`${'ABC'.charAt(index)}1`, text);
			const heading = ['unit', 'period', 'households'].map(cell).join('');
			const rows = `<row r="1">${heading}</row><row r="2">${textCell('A2', codes[0] ?? '')}${textCell('C2', '4')}</row>`;
			const before = '<cols><col min="3" max="3" hidden="1"/></cols>';
			const other = { name: 'Cũ', rows, hidden: true };
			const content = rawWorkbook([{ name: 'Biểu', rows, before }, other]);
			const own = await form(database, reporter, (set) => set(7, { households: 40 }));
			const files = [content, own].map((each) => ({ name: 'a.xlsx', content: each }));
			const id = await takeUpload(database, reporter, files, now);
			const upload = await readUpload(database, reporter, id);
			expect(upload.files.map(({ refusal, concealed }) => [refusal, concealed])).toEqual([
				[null, { sheets: ['Cũ'], columns: [{ sheet: 'Biểu', names: ['C'] }] }],
				[null, { sheets: [], columns: [] }],
			]);
		}));

	it('say where reading stopped', () =>
		rolledBack(handle(), async (database) => {
			const { reporter } = await setUp(database);
			const content = new TextEncoder().encode('a\n'.repeat(6000));
			const id = await takeUpload(database, reporter, [{ name: 'a.csv', content }], now);
			const { files } = await readUpload(database, reporter, id);
			expect(files[0]).toMatchObject({
				refusal: 'tooManyRows',
				refusalPlace: { sheet: '', address: 'A5001' },
			});
		}));

	it('come several at once; a unit that stands in two of them is refused the second time', () =>
		rolledBack(handle(), async (database) => {
			const { reporter } = await setUp(database);
			const content = await form(database, reporter, (set) => set(7, { leaflets: 3 }));
			const files = [
				{ name: 'một.xlsx', content },
				{ name: 'hai.xlsx', content },
				{ name: 'ảnh.xlsx', content: new TextEncoder().encode('%PDF-1.7\n') },
			];
			const id = await takeUpload(database, reporter, files, now);
			const upload = await readUpload(database, reporter, id);
			expect(upload.files.map(({ refusal, rows }) => [refusal, rows[0]?.state])).toEqual([
				[null, 'new'],
				[null, 'wrong'],
				['notAWorkbook', undefined],
			]);
			expect(upload.files[1]?.rows[0]?.problems[0]?.rule).toBe('duplicateInBatch');
		}));

	it('change nothing that somebody else has changed since the preview', () =>
		rolledBack(handle(), async (database) => {
			const { codes, reporter, submit } = await setUp(database);
			const content = await form(database, reporter, (set) => set(7, { leaflets: 3 }));
			const id = await takeUpload(database, reporter, [{ name: 'x.xlsx', content }], now);
			await submit([
				{ unit: codes[0], period: '2026-10', values: [], householdSkills: { households: 9 } },
			]);
			expect(await confirmUpload(database, reporter, id, {}, now)).toEqual({
				stored: 0,
				refused: 1,
			});
			expect(await statesOf(database, reporter, id)).toEqual(['wrong']);
		}));

	it('are for those who may report the unit, and seen by their sender alone', () =>
		rolledBack(handle(), async (database) => {
			const { communes, reporter, approver } = await setUp(database);
			const content = await form(database, reporter, (set) => {
				set(7, { leaflets: 3 });
				set(9, { leaflets: 3 });
			});
			const own = await makeAccount(database, 'xa', 'reporter', communes[0]?.id ?? 0);
			const id = await takeUpload(database, own, [{ name: 'x.xlsx', content }], now);
			const { files } = await readUpload(database, own, id);
			expect(files[0]?.rows.map(({ state }) => state)).toEqual(['new', 'wrong']);
			expect(files[0]?.rows[1]?.problems[0]?.rule).toBe('notYourUnit');
			await expect(readUpload(database, reporter, id)).rejects.toThrow('no upload');
			await expect(writeReports(database, approver, { ...wanted, file: 'form' })).rejects.toThrow(
				'No unit in reach',
			);
		}));

	it('bring an export back as what it was', () =>
		rolledBack(handle(), async (database) => {
			const { codes, reporter, approver, submit } = await setUp(database);
			await submit(codes.map((code, index) => reportOf(code, '2026-10', index, 50)));
			for (const file of ['xlsx', 'csv'] as const) {
				const { content, name } = await writeReports(database, approver, { ...wanted, file });
				const id = await takeUpload(database, reporter, [{ name, content }], now);
				expect(await statesOf(database, reporter, id)).toEqual(['same', 'same', 'same', 'same']);
			}
		}));

	it('ask for no reason again where nothing changed', () =>
		rolledBack(handle(), async (database) => {
			const { codes, reporter, submit } = await setUp(database);
			const [unit = ''] = codes;
			await submit([reportOf(unit, '2026-09', 40, 50)]);
			await submit([{ ...reportOf(unit, '2026-10', 30, 50), reason: 'nhiều hộ chuyển đi' }]);
			const content = await form(database, reporter, () => undefined);
			const id = await takeUpload(database, reporter, [{ name: 'x.xlsx', content }], now);
			expect(await statesOf(database, reporter, id)).toEqual(['same']);
			const changed = await form(database, reporter, (set) => set(7, { allFive: 29 }));
			const second = await takeUpload(
				database,
				reporter,
				[{ name: 'x.xlsx', content: changed }],
				now,
			);
			const { files } = await readUpload(database, reporter, second);
			expect(files[0]?.rows[0]?.problems[0]?.rule).toBe('fallNeedsReason');
		}));

	it('are forgotten after a day', () =>
		rolledBack(handle(), async (database) => {
			const { reporter } = await setUp(database);
			const content = await form(database, reporter, (set) => set(7, { leaflets: 3 }));
			const id = await takeUpload(database, reporter, [{ name: 'x.xlsx', content }], now);
			const kept = () => database.select().from(reportUpload).where(eq(reportUpload.id, id));
			await forgetUploads(database, new Date(now.getTime() + 86_000_000));
			expect(await kept()).toHaveLength(1);
			await forgetUploads(database, new Date(now.getTime() + 86_500_000));
			expect(await kept()).toHaveLength(0);
		}));
});
