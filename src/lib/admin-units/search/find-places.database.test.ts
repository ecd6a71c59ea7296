import { beforeAll, expect, it } from 'vitest';
import { describeDatabase } from '../../../../tests/database';
import { golden, placeText, villages } from '../../../../tests/fixtures/search/golden';
import type { UnitLevel } from '../../contracts/admin-units';
import type { Database } from '../../server/db/client';
import { adminUnit, unitLineage } from '../../server/db/schema';
import { communesMeant } from './communes-meant.server';
import { findPlaces } from './find-places.server';
import { splitName } from '../kinds';
import { searchKey } from '../../contracts/text/search-key';

const merger = '2025-07-01';

/** `07594 Xã Đèo Gia` by district: communes until 30/6/2025, each with the commune that it went into. */
const former: Record<string, readonly (readonly [code: string, commune: string, into: string])[]> =
	{
		'213 Thành phố Bắc Giang': [
			['07213', 'Phường Trần Phú', '07210'],
			['07204', 'Phường Trần Nguyên Hãn', '07210'],
		],
		'215 Huyện Yên Thế': [
			['07258', 'Xã Đồng Hưu', '07282'],
			['07288', 'Thị trấn Phồn Xương', '07288'],
			['07282', 'Xã Đồng Kỳ', '07282'],
		],
		'217 Huyện Lạng Giang': [['07381', 'Xã Nghĩa Hưng', '07381']],
		'218 Huyện Lục Nam': [
			['07444', 'Thị trấn Đồi Ngô', '07444'],
			['07504', 'Xã Huyền Sơn', '07486'],
		],
		'219 Huyện Lục Ngạn': [
			['07609', 'Xã Đèo Gia', '07594'],
			['07525', 'Thị trấn Chũ', '07525'],
		],
		'220 Huyện Sơn Động': [['07672', 'Xã Dương Hưu', '07672']],
		'222 Huyện Việt Yên': [['07777', 'Thị trấn Bích Động', '07777']],
	};
const today = `07210 Phường Bắc Giang;07246 Xã Xuân Lương;07282 Xã Đồng Kỳ;07288 Xã Yên Thế;07294 Xã Bố Hạ;
	07330 Xã Phúc Hòa;07351 Xã Ngọc Thiện;07381 Xã Tiên Lục;07399 Xã Kép;07420 Xã Mỹ Thái;07444 Xã Lục Nam;
	07450 Xã Đông Phú;07486 Xã Nghĩa Phương;07489 Xã Trường Sơn;07498 Xã Bắc Lũng;07519 Xã Cẩm Lý;
	07525 Phường Chũ;07531 Xã Tân Sơn;07534 Xã Sa Lý;07582 Xã Lục Ngạn;07594 Xã Đèo Gia;07615 Xã Sơn Động;
	07616 Xã Tây Yên Tử;07627 Xã Đại Sơn;07672 Xã Dương Hưu;07681 Phường Yên Dũng;07696 Phường Tiền Phong;
	07699 Phường Tân Tiến;07735 Xã Đồng Việt;07738 Phường Cảnh Thụy;07777 Phường Việt Yên;07795 Phường Nếnh;
	07840 Xã Hiệp Hòa;07864 Xã Hợp Thịnh;09187 Phường Kinh Bắc;09340 Xã Đại Đồng;09487 Xã Đông Cứu`;

describeDatabase('finding places', (handle) => {
	beforeAll(async () => {
		const { database } = handle();
		const country = await add(database, 'country', 'VN Quốc gia Việt Nam', null, []);
		const before = await add(database, 'province', '24 Tỉnh Bắc Giang', country, [
			'2023-04-10',
			merger,
		]);
		const elsewhere = await add(database, 'province', '30 Tỉnh Hải Dương', country, [
			'2023-04-10',
			merger,
		]);
		const province = await add(database, 'province', '24 Tỉnh Bắc Ninh', country, [merger]);
		const now = new Map<string, number>();
		for (const commune of today.split(';').map((each) => each.trim()))
			now.set(commune.slice(0, 5), await add(database, 'commune', commune, province, [merger]));
		for (const [index, [commune, kind, name]] of villages.entries())
			await database.insert(adminUnit).values({
				...{
					code: `${commune}-${index}`,
					level: 'village',
					kind,
					name,
					searchName: searchKey(name),
				},
				...{ parentId: now.get(commune) ?? null, validFrom: merger },
			});
		for (const [name, communes] of Object.entries(former)) {
			const district = await add(database, 'district', name, before, ['2023-04-10', merger]);
			for (const [code, commune, into] of communes)
				await database.insert(unitLineage).values({
					oldUnitId: await add(database, 'commune', `${code} ${commune}`, district, [
						'2023-04-10',
						merger,
					]),
					newUnitId: now.get(into) ?? 0,
					extent: 'full',
				});
		}
		// Of the same name elsewhere, and with no page of today in this province.
		const district = await add(database, 'district', '290 Huyện Chí Linh', elsewhere, [
			'2023-04-10',
			merger,
		]);
		for (const commune of ['10501 Xã Đồng Hưu', '10502 Phường Trần Phú', '10503 Xã Đèo Gia'])
			await add(database, 'commune', commune, district, ['2023-04-10', merger]);
	});

	const search = (limit = 20) => ({ homeCode: '24', today: '2026-01-01', limit });
	const find = (text: string, limit?: number) => findPlaces(handle().database, text, search(limit));

	it('puts the right one first for all that people type', async () => {
		expect(golden.length).toBeGreaterThanOrEqual(60);
		const first: [string, string | undefined][] = [];
		for (const [asked] of golden) first.push([asked, placeText((await find(asked)).places[0])]);
		expect(first).toEqual(golden);
	});

	it('says which communes of today a former one or a district became', async () => {
		const now = async (text: string) => (await find(text)).places[0]?.now.map(({ name }) => name);
		expect(await now('Trần Nguyên Hãn')).toEqual(['Bắc Giang']);
		expect(await now('huyện Lục Nam')).toEqual(['Lục Nam', 'Nghĩa Phương']);
		expect(await now('Đèo Gia')).toEqual([]);
	});

	it('says which communes of today somebody may mean, by any name of theirs', async () => {
		const meant = async (text: string) =>
			(await communesMeant(handle().database, text, search())).map(({ name }) => name);
		expect(await meant('07594')).toEqual(['Đèo Gia']);
		expect((await meant('deo gia'))[0]).toBe('Đèo Gia');
		expect(await meant('phường Trần Nguyên Hãn')).toEqual(['Bắc Giang']);
		expect(await meant('huyện Lục Nam')).toEqual(['Lục Nam', 'Nghĩa Phương']);
		const [[commune, , village]] = villages;
		const [first] = await communesMeant(handle().database, village, search());
		expect(first?.code).toBe(commune);
		expect(await meant('không có xã này')).toEqual([]);
		expect(await meant('')).toEqual([]);
	});

	it('shows as many as asked for, and says that there are more', async () => {
		const found = await find('đồng', 2);
		expect([found.places.length, found.more]).toEqual([2, true]);
		expect((await find('không có xã này')).places).toEqual([]);
	});
});

async function add(
	database: Database,
	level: UnitLevel,
	text: string,
	parentId: number | null,
	[validFrom = '2000-01-01', validTo]: readonly string[],
): Promise<number> {
	const [, code = '', full = ''] = /^(\S+) (.*)$/.exec(text) ?? [];
	const { kind, name } = splitName(full);
	if (!kind) throw new Error(`No kind in ${full}.`);
	const [row] = await database
		.insert(adminUnit)
		.values({ code, level, kind, name, searchName: searchKey(name), parentId, validFrom, validTo })
		.returning({ id: adminUnit.id });
	if (!row) throw new Error('Nothing was inserted.');
	return row.id;
}
