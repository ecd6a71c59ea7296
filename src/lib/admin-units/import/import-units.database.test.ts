import { truncate } from 'node:fs/promises';
import { asc, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { problemsOf, temporaryFiles } from '../../../../tests/fixtures/import/files';
import { changePosition } from '../../server/change-log';
import { queryRows, type Database } from '../../server/db/client';
import { adminUnit } from '../../server/db/schema';
import { importUnits } from './import-units.server';

const write = temporaryFiles();

const official = write(
	'official.csv',
	`\uFEFFcode,name,type,district_code,district_name,province_code,province_name
07201,Hoà Bình,Xã,213,Thành phố Bắc Giang,24,Tỉnh Bắc Giang
07202,Phường Đúc,Phường,213,Thành phố Bắc Giang,24,Tỉnh Bắc Giang
07300,Vôi,Thị trấn,217,Huyện Lạng Giang,24,Tỉnh Bắc Giang
`,
);
const successor = write(
	'successor.csv',
	'code,name,type,province_code,province_name\n07201,Hòa Bình,Phường,24,Tỉnh Bắc Ninh\n',
);
const from2023 = { validFrom: '2023-04-10' };
const from2025 = { validFrom: '2025-07-01' };

async function stored(database: Database): Promise<string[]> {
	const rows = await database
		.select()
		.from(adminUnit)
		.orderBy(asc(adminUnit.code), asc(adminUnit.validFrom));
	return rows.map((unit) =>
		[unit.code, unit.level, unit.kind, unit.name, unit.validFrom, unit.validTo ?? '…'].join(' '),
	);
}

describeDatabase('units import', (handle) => {
	const inTransaction = (body: (database: Database) => Promise<void>) => () =>
		rolledBack(handle(), body);

	it(
		'makes the country, and the provinces and districts that are only named beside a unit',
		inTransaction(async (database) => {
			const result = await importUnits(database, official, from2023);
			expect(result).toMatchObject({ added: 7, changed: 0, unchanged: 0 });
			expect(await stored(database)).toEqual([
				'07201 commune xa Hoà Bình 2023-04-10 …',
				'07202 commune phuong Phường Đúc 2023-04-10 …',
				'07300 commune thiTran Vôi 2023-04-10 …',
				'213 district thanhPho Bắc Giang 2023-04-10 …',
				'217 district huyen Lạng Giang 2023-04-10 …',
				'24 province tinh Bắc Giang 2023-04-10 …',
				'VN country quocGia Việt Nam 1945-09-02 …',
			]);
			const chain = await queryRows<{ code: string }>(
				database,
				sql`select parent.code from admin_unit unit join admin_unit parent on parent.id = unit.parent_id
					order by unit.code`,
			);
			expect(chain.map(({ code }) => code)).toEqual(['213', '213', '217', '24', '24', 'VN']);
		}),
	);

	it(
		'takes in organisations under a province, a district or a commune, by their whole names',
		inTransaction(async (database) => {
			await importUnits(database, official, from2023);
			const organisations = write(
				'organisations.csv',
				`code,name,kind,parent
SGD-24,Sở Giáo dục và Đào tạo,Cơ quan giáo dục,24
CA-213,Công an thành phố Bắc Giang,Công an,213
XD-07201,Xã đoàn Hoà Bình,Đoàn Thanh niên,07201
`,
			);
			expect(await importUnits(database, organisations, from2023)).toMatchObject({ added: 3 });
			expect((await stored(database)).filter((unit) => unit.includes('organisation'))).toEqual([
				'CA-213 organisation congAn Công an thành phố Bắc Giang 2023-04-10 …',
				'SGD-24 organisation coQuanGiaoDuc Sở Giáo dục và Đào tạo 2023-04-10 …',
				'XD-07201 organisation doanThanhNien Xã đoàn Hoà Bình 2023-04-10 …',
			]);
		}),
	);

	it(
		'changes nothing the second time, and tells screens only the first time',
		inTransaction(async (database) => {
			await importUnits(database, official, from2023);
			const before = await changePosition(database);
			expect(before.lastNumber).toBe(1);
			const again = await importUnits(database, official, from2023);
			expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
			expect(await changePosition(database)).toEqual(before);
		}),
	);

	const bothStructures = [
		'07201 commune xa Hoà Bình 2023-04-10 2025-07-01',
		'07201 commune phuong Hòa Bình 2025-07-01 …',
		'24 province tinh Bắc Giang 2023-04-10 2025-07-01',
		'24 province tinh Bắc Ninh 2025-07-01 …',
	];

	it(
		'closes the older bearer of a code and says which units are left over',
		inTransaction(async (database) => {
			await importUnits(database, official, from2023);
			const result = await importUnits(database, successor, from2025);
			expect(result).toMatchObject({ added: 2, changed: 2 });
			expect(await stored(database)).toEqual(expect.arrayContaining(bothStructures));
			expect(result.notes.join()).toContain('2 units still stand');
		}),
	);

	it(
		'ends an older list that comes later where the newer one begins',
		inTransaction(async (database) => {
			await importUnits(database, successor, from2025);
			await importUnits(database, official, from2023);
			expect(await stored(database)).toEqual(expect.arrayContaining(bothStructures));
		}),
	);

	it(
		'reads other headers, semicolons, full names, dates and villages',
		inTransaction(async (database) => {
			await importUnits(database, official, from2023);
			const path = write(
				'villages.csv',
				'Mã;Tên;Xã;Từ ngày\nHB-01;Thôn Trung;07201;1/1/2024\nHB-02;Tổ dân phố số 2;07201;2024-02-01\n',
			);
			const map = { code: 'Mã', name: 'Tên', parent: 'Xã', valid_from: 'Từ ngày' };
			await importUnits(database, path, { map });
			expect(await stored(database)).toEqual(
				expect.arrayContaining([
					'HB-01 village thon Trung 2024-01-01 …',
					'HB-02 village toDanPho số 2 2024-02-01 …',
				]),
			);
		}),
	);

	it(
		'lists every problem with its line and stores nothing',
		inTransaction(async (database) => {
			const path = write(
				'bad.csv',
				[
					'code,name,type,province_code,province_name,valid_to',
					'07201,Một,Xã,24,Tỉnh Bắc Giang,',
					'7202,Hai,Xã,24,Tỉnh Bắc Giang,',
					'07201,Ba,Xã,24,Tỉnh Bắc Giang,',
					'07204,Bốn,Vùng,24,Tỉnh Bắc Giang,',
					'07205,PhÆ°á»ng,Xã,24,Tỉnh Bắc Giang,',
					'07206,Sáu,Xã,,,',
					'07207,Bảy,Xã,24',
					'07208,Tám,Xã,24,Tỉnh Bắc Giang,31/2/2025',
					',Chín,Xã,24,Tỉnh Bắc Giang,',
					'07210,Mười,Xã,24,Tỉnh Bắc Giang,2020-01-01',
					'07211,,Xã,24,Tỉnh Bắc Giang,',
					'07212,Mười hai,Xã,99,,',
				].join('\n'),
			);
			expect(await problemsOf(importUnits(database, path, from2023))).toEqual([
				'line 8 cellCount',
				'line 3 code',
				'line 5 kind',
				'line 6 misread',
				'line 7 missingParent',
				'line 9 date',
				'line 10 missingCode',
				'line 11 validSpan',
				'line 12 missingName',
				'line 4 duplicateCode',
				'line 13 unknownParent',
			]);
			expect(await stored(database)).toEqual([]);
			expect((await changePosition(database)).lastNumber).toBe(0);
		}),
	);

	it(
		'overwrites nothing that is stored',
		inTransaction(async (database) => {
			await importUnits(database, official, from2023);
			const before = await stored(database);
			const path = write(
				'renamed.csv',
				'code,name,type,district_code\n07201,Hòa An,Xã,213\n07300,Vôi,Thị trấn,213\n',
			);
			expect(await problemsOf(importUnits(database, path, from2023))).toEqual([
				'line 2 overwrite',
				'line 3 overwrite',
			]);
			expect(await stored(database)).toEqual(before);
		}),
	);

	it.each([
		['UTF-16', Buffer.from('\uFEFFcode,name,type\n', 'utf16le'), 'file encoding'],
		[
			'Windows-1258',
			Buffer.from('code,name,type\n07201,Ph\xFD\xF5\xCCng,X\xE3\n', 'latin1'),
			'line 2 encoding',
		],
		['a workbook', Buffer.from('PK\u0003\u0004'), 'file encoding'],
		['an empty file', Buffer.from(''), 'file empty'],
		['a wrong column', Buffer.from('mã,name,type,valid_from\n'), 'header missingColumn'],
		['no dates', Buffer.from('code,name,type\n07201,A,Xã\n'), 'header missingColumn'],
		['a column twice', Buffer.from('code,name,code,valid_from\n'), 'header duplicateColumn'],
		['an open quote', Buffer.from('code,name,valid_from\n07201,"A,2020-01-01\n'), 'file csv'],
	])('refuses %s', async (name, content, problem) => {
		const path = write(`${name}.csv`, content);
		expect(await problemsOf(importUnits(handle().database, path, {}))).toContain(problem);
		expect(await stored(handle().database)).toEqual([]);
	});

	it('says that a file is too large before it reads it', async () => {
		const path = write('large.csv', '');
		await truncate(path, 201 * 1024 * 1024);
		expect(await problemsOf(importUnits(handle().database, path, {}))).toEqual(['file tooLarge']);
	});
});
