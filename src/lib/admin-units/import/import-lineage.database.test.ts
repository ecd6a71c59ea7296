import { asc, eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { problemsOf, temporaryFiles } from '../../../../tests/fixtures/import/files';
import { changePosition } from '../../server/change-log';
import { queryRows, type Database } from '../../server/db/client';
import { adminUnit, unitLineage } from '../../server/db/schema';
import { importLineage } from './import-lineage.server';
import { importUnits } from './import-units.server';

const write = temporaryFiles();

const before = write(
	'before.csv',
	`code,name,type,district_code,district_name,province_code,province_name
10501,Một,Xã,288,Huyện Cũ,30,Tỉnh Hải Dương
10502,Hai,Xã,288,Huyện Cũ,30,Tỉnh Hải Dương
10503,Ba,Xã,288,Huyện Cũ,30,Tỉnh Hải Dương
`,
);
const after = write(
	'after.csv',
	`code,name,type,province_code,province_name
10501,Mới,Phường,31,Thành phố Hải Phòng
10599,Tân,Xã,31,Thành phố Hải Phòng
`,
);
const lineage = write(
	'lineage.csv',
	`old_code,old_name,new_code,new_name,extent,share,source
10501,Xã Một,10501,Phường Mới,full,1,resolution
10502,Xã Hai,10501,Phường Mới,partial,0.4,area
10502,Xã Hai,10599,Xã Tân,partial,0.6,area
10503,Xã Ba,10599,Xã Tân,full,1,resolution
10503,Xã Ba,10501,Phường Mới,partial,0.0,area
`,
);
const on = '2025-07-01';

async function bothStructures(database: Database): Promise<void> {
	await importUnits(database, before, { validFrom: '2023-04-10' });
	await importUnits(database, after, { validFrom: on });
}

const open = async (database: Database) =>
	(
		await database
			.select({ code: adminUnit.code })
			.from(adminUnit)
			.where(sql`valid_to is null`)
			.orderBy(asc(adminUnit.code))
	).map(({ code }) => code);

describeDatabase('lineage import', (handle) => {
	const inTransaction = (body: (database: Database) => Promise<void>) => () =>
		rolledBack(handle(), body);

	it(
		'stores what became of which unit and closes what ended, districts and provinces included',
		inTransaction(async (database) => {
			await bothStructures(database);
			expect(await open(database)).toEqual([
				'10501',
				'10502',
				'10503',
				'10599',
				'288',
				'30',
				'31',
				'VN',
			]);
			const result = await importLineage(database, lineage, { on });
			expect(result).toMatchObject({ added: 4, changed: 4, unchanged: 0 });
			expect(result.notes.join(' ')).toContain('1 lines with a share of 0');
			expect(await open(database)).toEqual(['10501', '10599', '31', 'VN']);
			const links = await queryRows<{ link: string }>(
				database,
				sql`select old.code || ' → ' || new.code || ' ' || extent || ' ' || share as link
					from unit_lineage
					join admin_unit old on old.id = old_unit_id and old.valid_to = ${on}
					join admin_unit new on new.id = new_unit_id and new.valid_from = ${on}
					order by 1`,
			);
			expect(links.map(({ link }) => link)).toEqual([
				'10501 → 10501 full 1',
				'10502 → 10501 partial 0.4',
				'10502 → 10599 partial 0.6',
				'10503 → 10599 full 1',
			]);
		}),
	);

	it(
		'changes nothing the second time',
		inTransaction(async (database) => {
			await bothStructures(database);
			await importLineage(database, lineage, { on });
			const position = await changePosition(database);
			expect(await importLineage(database, lineage, { on })).toMatchObject({
				added: 0,
				changed: 0,
				unchanged: 4,
			});
			expect(await changePosition(database)).toEqual(position);
		}),
	);

	it(
		'takes shares that are declared later, and overwrites none',
		inTransaction(async (database) => {
			await bothStructures(database);
			const head = 'old_code,new_code,extent,share\n';
			const others = '10501,10501,full,\n10503,10599,full,\n';
			const undeclared = write(
				'none.csv',
				`${head}10502,10501,partial,\n10502,10599,partial,\n${others}`,
			);
			const declared = write(
				'some.csv',
				`${head}10502,10501,partial,0.4\n10502,10599,partial,0.6\n`,
			);
			const other = write('other.csv', `${head}10502,10501,partial,0.5\n10502,10599,partial,0.5\n`);
			await importLineage(database, undeclared, { on });
			expect(await importLineage(database, declared, { on })).toMatchObject({
				added: 0,
				changed: 2,
			});
			expect(await problemsOf(importLineage(database, other, { on }))).toEqual([
				'line 2 overwrite',
				'line 3 overwrite',
			]);
			const shares = await database
				.select({ share: unitLineage.share })
				.from(unitLineage)
				.innerJoin(adminUnit, eq(adminUnit.id, unitLineage.oldUnitId))
				.orderBy(asc(unitLineage.share));
			expect(shares.map(({ share }) => share)).toEqual([0.4, 0.6, null, null]);
		}),
	);

	it(
		'lists every problem with its line and stores nothing',
		inTransaction(async (database) => {
			await bothStructures(database);
			const stillOpen = await open(database);
			const path = write(
				'bad-lineage.csv',
				[
					'old_code,new_code,extent,share',
					'10501,10501,full,1',
					'10501,10599,full,1',
					'10502,10501,partial,0.4',
					'10502,10599,partial,0.5',
					'10503,10599,whole,1',
					'10503,10598,full,1',
					'10509,10599,full,1',
					'10503,10599,partial,1.5',
					'10503,10599,full,0.5',
					'10501,10501,full,1',
				].join('\n'),
			);
			expect(await problemsOf(importLineage(database, path, { on }))).toEqual([
				'line 6 extent',
				'line 7 unknownCode',
				'line 8 unknownCode',
				'line 9 share',
				'line 10 share',
				'line 11 duplicatePair',
				'line 2, line 3, line 11 fullAndMore',
				'line 2, line 3, line 11 shareSum',
				'line 4, line 5 shareSum',
			]);
			expect(await open(database)).toEqual(stillOpen);
			expect(await database.select().from(unitLineage)).toEqual([]);
		}),
	);
});
