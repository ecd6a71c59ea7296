import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { makeZip, type ZipEntry } from '../../../../tests/fixtures/papers/zip';
import { readGrids } from './read-grids.server';

const workbookEntry: ZipEntry = { name: 'xl/workbook.xml', content: '<workbook/>' };
const refused = (content: Uint8Array, refusal: string) =>
	expect(readGrids(content)).rejects.toMatchObject({ refusal });

describe('a workbook that somebody sent', () => {
	it('is opened when it is an ordinary one', async () => {
		const workbook = new ExcelJS.Workbook();
		workbook.addWorksheet('Một').addRow(['a', 1]);
		const content = new Uint8Array(await workbook.xlsx.writeBuffer());
		expect((await readGrids(content)).grids.map(({ sheet }) => sheet)).toEqual(['Một']);
	});

	it('is refused when it would unpack to more than memory should hold', async () => {
		const zeros = { name: 'xl/worksheets/sheet1.xml', content: new Uint8Array(60_000_000) };
		await refused(makeZip([workbookEntry, zeros]), 'zipBomb');
		const many = Array.from({ length: 600 }, (_, index) => ({ name: `${index}`, content: '' }));
		await refused(makeZip([workbookEntry, ...many]), 'zipBomb');
		const dense = { name: 'xl/worksheets/sheet1.xml', content: new Uint8Array(20_000_000) };
		await refused(makeZip([workbookEntry, dense]), 'zipBomb');
	});

	it('is refused when it claims to be smaller than it is', () => {
		const lie = {
			name: 'xl/worksheets/sheet1.xml',
			content: new Uint8Array(60_000_000),
			claimedSize: 1000,
		};
		return refused(makeZip([workbookEntry, lie]), 'damagedFile');
	});

	it('is refused when two entries bear one name', () =>
		refused(makeZip([workbookEntry, { ...workbookEntry, content: '<other/>' }]), 'damagedFile'));

	it('is refused when it holds macros', () =>
		refused(makeZip([workbookEntry, { name: 'xl/vbaProject.bin', content: 'x' }]), 'macros'));

	it('is refused when it is protected by a password', async () => {
		await refused(makeZip([{ ...workbookEntry, encrypted: true }]), 'encryptedFile');
		const container = Buffer.concat([
			Buffer.from('d0cf11e0a1b11ae1', 'hex'),
			Buffer.alloc(600),
			Buffer.from('EncryptedPackage', 'utf16le'),
		]);
		await refused(container, 'encryptedFile');
	});

	it('is refused when it is something else', async () => {
		await refused(
			Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.alloc(600)]),
			'oldWorkbook',
		);
		await refused(new Uint8Array(0), 'fileEmpty');
		await refused(new Uint8Array(9 * 1024 * 1024), 'fileTooLarge');
		await refused(Buffer.from('%PDF-1.7 …'), 'notAWorkbook');
		await refused(makeZip([{ name: 'word/document.xml', content: '<x/>' }]), 'notAWorkbook');
		await refused(makeZip([workbookEntry]).subarray(0, 60), 'damagedFile');
		await refused(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'notAWorkbook');
		await refused(Buffer.from('a;b', 'utf16le'), 'notAWorkbook');
	});

	it('says which cells hold formulas', async () => {
		const workbook = new ExcelJS.Workbook();
		workbook.addWorksheet('Một').getCell('B2').value = { formula: '1+1', result: 2 };
		const { grids } = await readGrids(new Uint8Array(await workbook.xlsx.writeBuffer()));
		expect(grids[0]?.rows[0]?.cells[1]).toEqual({
			address: 'B2',
			content: null,
			fault: 'formula',
		});
	});
});
