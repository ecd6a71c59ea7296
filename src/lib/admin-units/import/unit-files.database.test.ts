import { asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { problemsOf, temporaryFiles } from '../../../../tests/fixtures/import/files';
import type { Database } from '../../server/db/client';
import { InvalidError } from '../../server/errors';
import { adminUnit } from '../../server/db/schema';
import { importUnits } from './import-units.server';

const write = temporaryFiles();
const from = { validFrom: '2023-04-10' };
const header = 'code,name,province_code,province_name';
const place = '24,Tỉnh Bắc Giang';
const one = `07182,Xã Mẫu Một,${place}`;
const two = `07185,Xã Hòa Mẫu,${place}`;

const communes = async (database: Database) =>
	(
		await database
			.select()
			.from(adminUnit)
			.where(eq(adminUnit.level, 'commune'))
			.orderBy(asc(adminUnit.code))
	).map(({ code, kind, name }) => `${code} ${kind} ${name}`);

async function messageOf(work: Promise<unknown>): Promise<string> {
	const error: unknown = await work.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	return error instanceof InvalidError
		? error.problems.map(({ field, message }) => `${field} ${message}`).join('\n')
		: String(error);
}

describeDatabase('lists of units as offices keep them', (handle) => {
	const inTransaction = (body: (database: Database) => Promise<void>) => () =>
		rolledBack(handle(), body);
	const both = ['07182 xa Mẫu Một', '07185 xa Hòa Mẫu'];

	it.each([
		[
			'no-break and zero-width spaces',
			[header, `07182,Xã\u00a0Mẫu\u00a0Một,${place}`, `07185\u00a0,Xã Hòa Mẫu\u200b,${place}`],
			both,
		],
		['eth for Đ', [header, `07182,Xã Ðông Mẫu,${place}`], ['07182 xa Đông Mẫu']],
		[
			'quotes and signs',
			[header, `07182,"Xã ""Mẫu"" Một",${place}`, `07185,Xã “Mẫu” 3 + 4; Tư,${place}`],
			['07182 xa "Mẫu" Một', '07185 xa “Mẫu” 3 + 4; Tư'],
		],
		[
			'capitals',
			[header.toUpperCase(), '07182,XÃ MẪU MỘT,24,TỈNH BẮC GIANG'],
			['07182 xa Mẫu Một'],
		],
		[
			'a line that names the delimiter',
			[
				'\uFEFFsep=;',
				header.replaceAll(',', ';'),
				one.replaceAll(',', ';'),
				two.replaceAll(',', ';'),
			],
			both,
		],
		['a title', ['DANH SÁCH ĐƠN VỊ HÀNH CHÍNH,,,', ',,,', header, one, two], both],
		['a total', [header, one, two, ',"Tổng cộng: 2 đơn vị",,', ',,,'], both],
		[
			'whole names of provinces beside bare ones of communes',
			[
				'code,name,kind,parent',
				'24,Tỉnh Bắc Giang,TINH,',
				'07182,Mẫu Một,XA,24',
				'07185,Hòa Mẫu,XA,24',
			],
			both,
		],
	])('reads %s', (what, lines, expected) =>
		rolledBack(handle(), async (database) => {
			const result = await importUnits(database, write('list.csv', lines.join('\r\n')), from);
			expect(await communes(database)).toEqual(expected);
			const province = await database
				.select()
				.from(adminUnit)
				.where(eq(adminUnit.level, 'province'));
			expect(province.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['tinh Bắc Giang']);
			if (what === 'a total')
				expect(result.notes).toContain('Line 4 is a total and no unit: Tổng cộng: 2 đơn vị');
			if (what === 'capitals') expect(result.notes.join()).toContain('in capitals');
		}),
	);

	it.each([
		[
			'7182',
			'line 2 code 7182 of a commune lost its leading zero: write 07182, in a column formatted as text',
		],
		[
			'7182.0',
			'line 2 code 7182.0 of a commune lost its leading zero: write 07182, in a column formatted as text',
		],
		[
			'14755.0',
			'line 2 code 14755.0 was stored as a number: write 14755, in a column formatted as text',
		],
	])('says what became of the code %s', async (code, message) => {
		const path = write('codes.csv', `${header}\n${code},Xã Mẫu Một,${place}\n`);
		expect(await messageOf(importUnits(handle().database, path, from))).toBe(message);
	});

	it.each([
		['with a mark', Buffer.from(`\uFEFF${header}\n${one}\n`, 'utf16le'), 'file is UTF-16; save'],
		[
			'without a mark',
			Buffer.from(`${header}\n${one}\n`, 'utf16le'),
			'file is UTF-16 (without a byte order mark); save',
		],
		[
			'zero bytes',
			Buffer.from(`${header}\n07182,Xã\u0000Mẫu,${place}\n`),
			'file is no text: it holds zero bytes',
		],
	])('names the encoding of a file %s', async (_, content, message) => {
		const path = write('wide.csv', content);
		expect(await messageOf(importUnits(handle().database, path, from))).toContain(message);
	});

	it('refuses a kind that the name contradicts, and takes one that is part of a name', () =>
		rolledBack(handle(), async (database) => {
			const map = { code: 'ma', name: 'ten', kind: 'cap', parent: 'tren' };
			const path = write(
				'conflict.csv',
				'ma,ten,cap,tren\n24,Tỉnh Bắc Giang,TINH,\n213,Thành phố Bắc Giang,HUYEN,24\n07182,Phường Mẫu,XA,213\n07183,Xã Mẫu Hai,XA,213\n',
			);
			expect(await problemsOf(importUnits(database, path, { ...from, map }))).toEqual([
				'line 3 kindConflict',
				'line 4 kindConflict',
			]);
			const names = write(
				'names.csv',
				'code,name,kind,parent\n24,Tỉnh Bắc Giang,Tỉnh,\n07182,Bản Xèo,Xã,24\n07183,Plei Kần,Thị trấn,24\n07182001,Làng Cả,Thôn,07182\n',
			);
			await importUnits(database, names, from);
			expect(await communes(database)).toEqual(['07182 xa Bản Xèo', '07183 thiTran Plei Kần']);
		}));

	it(
		'knows the kinds of village of every region, in short too',
		inTransaction(async (database) => {
			const kinds =
				'Ấp,Khóm,Xóm,Buôn,Làng,Khu,Tổ,Khối,Khu dân cư,Tiểu khu,Bon,Phum,Sóc,Plei,KDC,TDP,Tổ nhân dân,Khối phố,Thôn,thôn,BẢN,Khu vực,Phố,Nóc,Cụm,Đội,Chòm'.split(
					',',
				);
			await importUnits(database, write('communes.csv', `${header}\n${one}\n`), from);
			const lines = kinds.map((kind, index) => `07182${100 + index},Tên ${index},${kind},07182`);
			const path = write('villages.csv', ['code,name,kind,parent', ...lines].join('\n'));
			expect((await importUnits(database, path, from)).added).toBe(kinds.length);
			const stored = await database.select().from(adminUnit).where(eq(adminUnit.level, 'village'));
			expect(stored.find(({ name }) => name === 'Tên 14')?.kind).toBe('khuDanCu');
			expect(stored.find(({ name }) => name === 'Tên 15')?.kind).toBe('toDanPho');
		}),
	);
});
