import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { temporaryFiles } from '../../../../tests/fixtures/import/files';
import type { Database } from '../../server/db/client';
import { readFormerDistricts } from './former-districts.server';
import { unitByCode } from '../home.server';
import { importLineage } from '../import/import-lineage.server';
import { importUnits } from '../import/import-units.server';

const write = temporaryFiles();
const header = 'code,name,type,district_code,district_name,province_code,province_name';
const before = write(
	'before.csv',
	[
		header,
		'90001,Một,Xã,901,Huyện Trên,90,Tỉnh Thử',
		'90002,Hai,Xã,901,Huyện Trên,90,Tỉnh Thử',
		'90003,Ba,Xã,902,Huyện Dưới,90,Tỉnh Thử',
		'90004,Bốn,Xã,902,Huyện Dưới,90,Tỉnh Thử',
	].join('\n'),
);
const after = write(
	'after.csv',
	[
		'code,name,type,province_code,province_name',
		'90101,Một Hai,Xã,90,Tỉnh Thử',
		'90102,Ba,Xã,90,Tỉnh Thử',
		'90103,Mới,Xã,90,Tỉnh Thử',
	].join('\n'),
);
const lineage = write(
	'lineage.csv',
	[
		'old_code,new_code,extent,share,source',
		'90001,90101,full,,NQ',
		'90002,90101,partial,0.6,NQ',
		'90002,90102,partial,0.4,NQ',
		'90003,90102,full,,NQ',
		'90004,90103,full,,NQ',
	].join('\n'),
);
const day = '2025-07-01';

async function setUp(database: Database) {
	await importUnits(database, before, { validFrom: '2023-04-10', validTo: day });
	await importUnits(database, after, { validFrom: day });
	await importLineage(database, lineage, { on: day });
	return async (on: string) => {
		const scope = await unitByCode(database, '90', on);
		if (!scope) throw new Error('The province is there.');
		const idOf = async (code: string, then: string) =>
			(await unitByCode(database, code, then))?.id ?? NaN;
		const { districts, districtOf, several } = await readFormerDistricts(database, scope, on);
		const nameOf = new Map(districts.map(({ id, name }) => [id, name]));
		const of = new Map(districtOf.map(([id, district]) => [id, nameOf.get(district)]));
		return {
			names: districts.map(({ name }) => name),
			of: async (code: string, then = on) => of.get(await idOf(code, then)),
			several: await Promise.all(
				['90101', '90102', '90103'].map(async (code) => {
					const id = await idOf(code, on);
					return several.find(([unitId]) => unitId === id)?.[1].map((one) => nameOf.get(one));
				}),
			),
		};
	};
}

describeDatabase('the districts of before', (handle) => {
	it('hold the communes of today whose land came from one of them alone', () =>
		rolledBack(handle(), async (database) => {
			const read = await setUp(database);
			const today = await read('2026-10-31');
			expect(today.names).toEqual(['Dưới', 'Trên']);
			expect(await today.of('90101')).toBe('Trên');
			expect(await today.of('90103')).toBe('Dưới');
			expect(await today.of('90102')).toBeUndefined();
			expect(today.several[1]?.toSorted()).toEqual(['Dưới', 'Trên']);
			expect([today.several[0], today.several[2]]).toEqual([undefined, undefined]);
			// Months of before are played with them, too.
			expect(await today.of('90002', '2025-06-30')).toBe('Trên');
		}));

	it('hold those of a month before they ended as they lay', () =>
		rolledBack(handle(), async (database) => {
			const read = await setUp(database);
			const then = await read('2025-06-30');
			expect(await then.of('90003')).toBe('Dưới');
			expect(then.several).toEqual([undefined, undefined, undefined]);
		}));
});
