import { expect, it } from 'vitest';
import { describeDatabase } from '../../../tests/database';
import type { UnitKind, UnitLevel } from '../contracts/admin-units';
import type { Database } from '../server/db/client';
import { adminUnit } from '../server/db/schema';
import { beforeAll } from 'vitest';
import { searchKey } from './names';
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
		expect((await names('hoà')).map((name) => name.split(' <')[0])).toEqual([
			'Hoà Bình',
			'Hoa Sơn',
			'Cộng Hòa',
			'Cộng Hòa',
		]);
	});

	it('finds a code and the beginning of a code', async () => {
		expect(await names('07003')).toEqual(['Hoà Bình < Lạng Giang < Bắc Giang']);
		expect(await names('0700')).toHaveLength(4);
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
