import { asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { problemsOf, temporaryFiles } from '../../../../tests/fixtures/import/files';
import { changePosition } from '../../server/change-log';
import type { Database } from '../../server/db/client';
import { adminUnit, auditLog, householdRegister } from '../../server/db/schema';
import { importHouseholds } from './import-households.server';
import { importUnits } from './import-units.server';

const write = temporaryFiles();

const columns = 'code,name,type,province_code,province_name';
const older = write(
	'older.csv',
	`${columns}\n07201,Một,Xã,24,Tỉnh Bắc Giang\n07202,Hai,Xã,24,Tỉnh Bắc Giang\n`,
);
const newer = write('newer.csv', `${columns}\n07201,Mới,Phường,24,Tỉnh Bắc Ninh\n`);
const census = write(
	'census.csv',
	'code,full_name,households_2019,population_2019\n07201,Xã Một,120,480\n07202,Xã Hai,,\n',
);
const options = { year: 2019, source: 'Census 2019', validOn: '2023-04-10' };

const registers = (database: Database) =>
	database
		.select({
			code: adminUnit.code,
			validFrom: adminUnit.validFrom,
			households: householdRegister.households,
			population: householdRegister.population,
			source: householdRegister.source,
		})
		.from(householdRegister)
		.innerJoin(adminUnit, eq(adminUnit.id, householdRegister.unitId))
		.orderBy(asc(adminUnit.code));

describeDatabase('households import', (handle) => {
	const inTransaction = (body: (database: Database) => Promise<void>) => () =>
		rolledBack(handle(), async (database) => {
			await importUnits(database, older, { validFrom: '2023-04-10' });
			await importUnits(database, newer, { validFrom: '2025-07-01' });
			await body(database);
		});

	it(
		'stores the figures of the bearers of that day; blank is unknown, not 0',
		inTransaction(async (database) => {
			expect(await importHouseholds(database, census, options)).toMatchObject({ added: 2 });
			const shared = { validFrom: '2023-04-10', source: 'Census 2019' };
			expect(await registers(database)).toEqual([
				{ code: '07201', households: 120, population: 480, ...shared },
				{ code: '07202', households: null, population: null, ...shared },
			]);
		}),
	);

	it(
		'refuses the figures of former units on their successors of the same code',
		inTransaction(async (database) => {
			const today = { ...options, validOn: '2026-01-01' };
			expect(await problemsOf(importHouseholds(database, census, today))).toEqual([
				'line 2 otherName',
			]);
			expect(await registers(database)).toEqual([]);
		}),
	);

	it(
		'changes nothing the second time, and corrects what was corrected',
		inTransaction(async (database) => {
			await importHouseholds(database, census, options);
			const position = await changePosition(database);
			expect(await importHouseholds(database, census, options)).toMatchObject({
				added: 0,
				changed: 0,
				unchanged: 2,
			});
			expect(await changePosition(database)).toEqual(position);
			const path = write('corrected.csv', 'code,households\n07202,77\n');
			expect(await importHouseholds(database, path, options)).toMatchObject({
				added: 0,
				changed: 1,
			});
			const actions = await database.select({ action: auditLog.action }).from(auditLog);
			expect(actions.filter(({ action }) => action === 'households.import')).toHaveLength(2);
		}),
	);

	it(
		'reads thousands as people write them, and leaves a total out by name',
		inTransaction(async (database) => {
			const path = write(
				'thousands.csv',
				'code,name,households,population\n07201,,1.234,5.678\n07202,,"1,234",5 678\n,Tổng số,2.468,\n',
			);
			const result = await importHouseholds(database, path, options);
			expect(result.added).toBe(2);
			expect(result.notes[0]).toBe('Line 4 is a total and was left out: Tổng số');
			expect(result.notes[1]).toContain('2468 households in 2 units');
		}),
	);

	it(
		'lists every problem with its line and stores nothing',
		inTransaction(async (database) => {
			const path = write(
				'bad.csv',
				[
					'code,households,population',
					'07201,12.5,40',
					'07201,-3,40',
					'07299,10,40',
					'07202,1.20,',
					'07202,50,40',
					',5,5',
					'07202,1,2,3',
				].join('\n'),
			);
			expect(await problemsOf(importHouseholds(database, path, options))).toEqual([
				'line 8 cellCount',
				'line 2 number',
				'line 3 number',
				'line 3 duplicateCode',
				'line 4 unknownCode',
				'line 5 number',
				'line 6 moreHouseholdsThanPeople',
				'line 6 duplicateCode',
				'line 7 missingCode',
			]);
			expect(await registers(database)).toEqual([]);
		}),
	);
});
