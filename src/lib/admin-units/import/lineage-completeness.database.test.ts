import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { problemsOf, temporaryFiles } from '../../../../tests/fixtures/import/files';
import type { Database } from '../../server/db/client';
import { unitLineage } from '../../server/db/schema';
import { unitByCode } from '../home.server';
import { unitsWithoutSuccessor } from '../lineage/without-successor.server';
import { importHouseholds } from './import-households.server';
import { importLineage } from './import-lineage.server';
import { importUnits } from './import-units.server';

const write = temporaryFiles();
const on = '2025-07-01';
const header = 'code,name,district_code,district_name,province_code,province_name';
const district = '213,Huyện Mẫu,24,Tỉnh Bắc Giang';
const old = write(
	'old.csv',
	`${header}\n07901,Xã Mẫu Một,${district}\n07902,Xã Mẫu Hai,${district}\n`,
);
const young = write(
	'new.csv',
	'code,name,province_code,province_name\n07903,Xã Mẫu Mới,24,Tỉnh Bắc Giang\n',
);
const households = write('households.csv', 'code,households\n07901,1000\n07902,1000\n');
const gap = write('gap.csv', 'old_code,new_code,extent\n07901,07903,full\n');
const oldSpan = { validFrom: '2023-04-10' };

async function structures(database: Database, validTo?: string): Promise<string[]> {
	const before = await importUnits(database, old, { ...oldSpan, validTo });
	await importHouseholds(database, households, {
		year: 2019,
		source: 'Tổng điều tra',
		validOn: '2024-01-01',
	});
	const after = await importUnits(database, young, { validFrom: on });
	return [...before.notes, ...after.notes];
}
const missing = async (database: Database) =>
	(await unitsWithoutSuccessor(database)).map(
		({ code, state, since, households: count }) => `${code} ${state} ${since} ${count}`,
	);

describeDatabase('what a change of structure leaves out', (handle) => {
	const inTransaction = (body: (database: Database) => Promise<void>) => () =>
		rolledBack(handle(), body);

	it.each([
		['has ended', on, 'ended'],
		['still stands in its district beside the new ones', undefined, 'stands'],
	])('is named and refused where it %s', (_, validTo, state) =>
		rolledBack(handle(), async (database) => {
			const notes = (await structures(database, validTo)).join('\n');
			expect(notes).toContain('07902 Xã Mẫu Hai');
			expect(notes).toContain(`lineage import FILE --on ${on}`);
			const refused: unknown = await importLineage(database, gap, { on }).catch(
				(error: unknown) => error,
			);
			expect(await problemsOf(Promise.reject(refused as Error))).toEqual([
				'unit 07902 noSuccessor',
				'file incomplete',
			]);
			expect((refused as Error).message).toContain('1,000 households');
			expect(await database.select().from(unitLineage)).toEqual([]);
			expect(await missing(database)).toEqual([
				`07901 ${state} ${on} 1000`,
				`07902 ${state} ${on} 1000`,
			]);
		}),
	);

	it(
		'is stored and named when the file is called incomplete',
		inTransaction(async (database) => {
			await structures(database, on);
			const { notes } = await importLineage(database, gap, { on, incomplete: true });
			expect(notes.join()).toContain('1 units with 1,000 households: 07902 Xã Mẫu Hai');
			expect(await missing(database)).toEqual([`07902 ended ${on} 1000`]);
		}),
	);

	it(
		'may have become nothing, where the file says so and by what; that can be corrected',
		inTransaction(async (database) => {
			await structures(database);
			const head = 'old_code,new_code,extent,share,source\n07901,07903,full,,\n';
			const bare = write('bare.csv', `${head}07902,,none,,\n`);
			expect(await problemsOf(importLineage(database, bare, { on }))).toEqual([
				'line 3 missingSource',
			]);
			const both = write('both.csv', `${head}07902,,none,,NQ 1\n07902,07903,full,,\n`);
			expect(await problemsOf(importLineage(database, both, { on }))).toEqual([
				'line 3 noneAndMore',
			]);
			const path = write('none.csv', `${head}07902,,none,,NQ 1\n`);
			expect(await importLineage(database, path, { on })).toMatchObject({ added: 2, changed: 3 });
			expect(await unitByCode(database, '07902', on)).toBeUndefined();
			expect(await missing(database)).toEqual([]);
			expect(await importLineage(database, path, { on })).toMatchObject({ added: 0, unchanged: 2 });
			const whole = write('whole.csv', 'old_code,new_code,extent\n07902,07903,full\n');
			expect(await importLineage(database, whole, { on })).toMatchObject({ added: 1 });
			expect(await problemsOf(importLineage(database, path, { on }))).toEqual(['line 3 overwrite']);
		}),
	);

	it(
		'is nothing where communes lie in provinces directly and two of them merge',
		inTransaction(async (database) => {
			const three = write(
				'three.csv',
				'code,name,province_code,province_name\n07901,Xã Một,24,Tỉnh Bắc Giang\n07902,Xã Hai,24,Tỉnh Bắc Giang\n',
			);
			await importUnits(database, three, oldSpan);
			await importUnits(database, young, { validFrom: on });
			await importLineage(database, gap, { on });
			expect((await unitByCode(database, '07902', on))?.name).toBe('Hai');
			expect(await missing(database)).toEqual([]);
		}),
	);
});
