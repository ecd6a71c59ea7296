import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase } from '../../../../tests/database';
import type { UnitKind, UnitLevel } from '../../contracts/admin-units';
import type { Database } from '../../server/db/client';
import { adminUnit } from '../../server/db/schema';
import { beforeAll } from 'vitest';
import { searchKey } from '../../contracts/text/search-key';
import { searchUnits } from './search.server';

describeDatabase('searching units', (handle) => {
	let scopeUnitId = 0;
	const names = async (text: string, onDay = '2026-01-01') =>
		(await searchUnits(handle().database, text, { scopeUnitId, onDay, limit: 10 })).map(
			({ unit, ancestors }) => [unit.name, ...ancestors.map((above) => above.name)].join(' < '),
		);

	beforeAll(async () => {
		const { database } = handle();
		const country = await add(database, 'VN', 'country', 'quocGia', 'Việt Nam', null);
		scopeUnitId = await add(database, '24', 'province', 'tinh', 'Bắc Giang', country);
		const other = await add(database, '30', 'province', 'tinh', 'Hải Dương', country);
		const one = await add(database, '221', 'district', 'huyen', 'Lục Nam', scopeUnitId);
		const two = await add(database, '222', 'district', 'huyen', 'Lạng Giang', scopeUnitId);
		await add(database, '07001', 'commune', 'xa', 'Cộng Hòa', one);
		await add(database, '07002', 'commune', 'xa', 'Cộng Hòa', two);
		await add(database, '07003', 'commune', 'thiTran', 'Hoà Bình', two);
		await add(database, '07004', 'commune', 'xa', 'Hoa Sơn', two);
		await add(database, '07005', 'commune', 'xa', 'Đại Hóa', two, '2025-07-01');
		const hoaSon = await idOf(database, '07004');
		await add(database, '07006', 'commune', 'phuong', 'Kim Thành', two);
		await add(database, '07007', 'commune', 'phuong', 'Tô Hiệu', one);
		for (let number = 0; number < 12; number += 1)
			await add(database, `0700400${number}`, 'village', 'thon', 'Kim Thanh', hoaSon);
		await add(database, '11000', 'commune', 'xa', 'Hòa Bình', other);
	});

	it.each(['Cộng Hoà', 'cong hoa', 'xã Cộng Hòa', 'XA CONG HOA'])(
		'finds both of one name by %s, each with where it lies',
		async (text) => {
			expect(await names(text)).toEqual([
				'Cộng Hòa < Lục Nam < Bắc Giang',
				'Cộng Hòa < Lạng Giang < Bắc Giang',
			]);
		},
	);

	it('puts names that begin with the text first, the one spelled alike at the top', async () => {
		const expected = ['Hoà Bình', 'Hoa Sơn', 'Cộng Hòa', 'Cộng Hòa'];
		for (const text of ['hoà', 'hòa'])
			expect((await names(text)).map((name) => name.split(' <')[0])).toEqual(expected);
	});

	it('puts a commune before the hamlets of its name, with accents or without', async () => {
		for (const text of ['kim thanh', 'Kim Thành', 'phường kim thành'])
			expect((await names(text))[0]).toBe('Kim Thành < Lạng Giang < Bắc Giang');
		expect((await names('thôn kim thanh'))[0]).toBe('Kim Thanh < Hoa Sơn < Lạng Giang < Bắc Giang');
	});

	it('finds a name with what it lies in, and a place by its short kind', async () => {
		expect(await names('cong hoa lang giang')).toEqual(['Cộng Hòa < Lạng Giang < Bắc Giang']);
		expect(await names('xã cộng hòa, huyện lục nam')).toEqual(['Cộng Hòa < Lục Nam < Bắc Giang']);
		expect((await names('h luc nam'))[0]).toBe('Lục Nam < Bắc Giang');
	});

	it('takes a word for a name that could be a kind', async () => {
		expect(await names('to hieu')).toEqual(['Tô Hiệu < Lục Nam < Bắc Giang']);
	});

	it('finds a code and the beginning of a code', async () => {
		expect(await names('07003')).toEqual(['Hoà Bình < Lạng Giang < Bắc Giang']);
		expect((await names('0700')).slice(0, 2)).toEqual([
			'Cộng Hòa < Lục Nam < Bắc Giang',
			'Cộng Hòa < Lạng Giang < Bắc Giang',
		]);
	});

	it('leaves out other provinces and units that ended', async () => {
		expect(await names('hoa binh')).toHaveLength(1);
		expect(await names('dai hoa')).toEqual([]);
		expect(await names('dai hoa', '2025-06-30')).toHaveLength(1);
	});

	it.each(['', '  ', "%_'"])('finds nothing by %j', async (text) => {
		expect(await names(text)).toEqual([]);
	});
});

async function idOf(database: Database, code: string): Promise<number> {
	const [row] = await database.select().from(adminUnit).where(eq(adminUnit.code, code));
	if (!row) throw new Error(`There is no unit ${code}.`);
	return row.id;
}

async function add(
	database: Database,
	code: string,
	level: UnitLevel,
	kind: UnitKind,
	name: string,
	parentId: number | null,
	validTo: string | null = null,
): Promise<number> {
	const [row] = await database
		.insert(adminUnit)
		.values({
			code,
			level,
			kind,
			name,
			searchName: searchKey(name),
			parentId,
			validFrom: '2020-01-01',
			validTo,
		})
		.returning({ id: adminUnit.id });
	if (!row) throw new Error('Nothing was inserted.');
	return row.id;
}
