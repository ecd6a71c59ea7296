import { asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount } from '../../../../tests/database/province';
import { problemsOf, temporaryFiles } from '../../../../tests/fixtures/import/files';
import { changePosition } from '../../server/change-log';
import type { Database } from '../../server/db/client';
import { auditLog } from '../../server/db/schema';
import { ForbiddenError } from '../../server/errors';
import { unitByCode } from '../home.server';
import { importLineage } from '../import/import-lineage.server';
import { importUnits } from '../import/import-units.server';
import { readUnit } from '../read-unit.server';
import { searchUnits } from '../search/search.server';
import { correctList } from './correct-list.server';
import { correctUnit } from './correct-unit.server';

const write = temporaryFiles();
const header = 'code,name,province_code,province_name';
const place = '24,Tỉnh Bắc Giang';
const validFrom = '2023-04-10';
const on = '2025-07-01';
const list = write('old.csv', `${header}\n07901,Xã Mẫu Mốt,${place}\n07902,Xã Mẫu Hai,${place}\n`);
const young = write('new.csv', `${header}\n07903,Xã Mẫu Mới,${place}\n`);
const reason = 'Gõ sai trong danh sách';

async function idOf(database: Database, code: string): Promise<number> {
	const unit = await unitByCode(database, code, '2024-01-01');
	if (!unit) throw new Error(`There is no ${code}.`);
	return unit.id;
}

describeDatabase('corrections of units', (handle) => {
	const inTransaction = (body: (database: Database) => Promise<void>) => () =>
		rolledBack(handle(), body);

	it(
		'mend a name by a list, with a reason, and keep what stood before',
		inTransaction(async (database) => {
			await importUnits(database, list, { validFrom });
			const id = await idOf(database, '07901');
			const before = await changePosition(database);
			const path = write('rename.csv', `${header}\n07901,Xã Mẫu Một,${place}\n`);
			expect(await problemsOf(importUnits(database, path, { validFrom }))).toEqual([
				'line 2 overwrite',
			]);
			expect(await problemsOf(correctList(database, path, { validFrom, reason: ' ' }))).toEqual([
				'reason missingReason',
			]);
			const options = { validFrom, reason };
			expect(await correctList(database, path, options)).toMatchObject({ changed: 1 });
			expect(await correctList(database, path, options)).toMatchObject({ changed: 0 });

			const { unit, corrections } = await readUnit(database, id, '2024-01-01');
			expect(unit).toMatchObject({ name: 'Mẫu Một', validFrom, validTo: null });
			expect(corrections).toMatchObject([
				{ reason, before: { name: 'Mẫu Mốt' }, after: { name: 'Mẫu Một' } },
			]);
			const entries = await database
				.select()
				.from(auditLog)
				.where(eq(auditLog.action, 'unit.correct'))
				.orderBy(asc(auditLog.id));
			expect(entries).toMatchObject([{ accountId: null, subject: `unit:${id}` }]);
			const within = { scopeUnitId: unit.parentId ?? 0, onDay: '2024-01-01', limit: 5 };
			const [hit] = await searchUnits(database, 'mau mot', within);
			expect(hit?.unit).toMatchObject({ code: '07901', name: 'Mẫu Một' });
			expect(await changePosition(database)).not.toEqual(before);
		}),
	);

	it(
		'move a last day, unless what is stored contradicts it',
		inTransaction(async (database) => {
			await importUnits(database, list, { validFrom, validTo: on });
			await importUnits(database, young, { validFrom: on });
			const end = (validTo: string) =>
				correctList(database, write('end.csv', `${header}\n07902,Xã Mẫu Hai,${place}\n`), {
					validFrom,
					validTo,
					reason,
				});
			expect(await end('2025-06-01')).toMatchObject({ changed: 1 });
			expect(await unitByCode(database, '07902', '2025-05-31')).toBeDefined();
			expect(await unitByCode(database, '07902', '2025-06-01')).toBeUndefined();
			expect(await problemsOf(end(validFrom))).toEqual(['line 2 validSpan']);
			await end(on);
			const lineage = write(
				'lineage.csv',
				'old_code,new_code,extent\n07901,07903,full\n07902,07903,full\n',
			);
			await importLineage(database, lineage, { on });
			expect(await problemsOf(end('2025-06-01'))).toEqual(['line 2 successors']);
			const again = write('again.csv', `${header}\n07902,Xã Khác,${place}\n`);
			await importUnits(database, again, { validFrom: '2025-08-01' });
			expect(await problemsOf(end('2025-09-01'))).toEqual(['line 2 overlap', 'line 2 successors']);
		}),
	);

	it(
		'keep units within what they lie in',
		inTransaction(async (database) => {
			await importUnits(database, list, { validFrom });
			const villages = write(
				'villages.csv',
				'code,name,kind,parent\n07901001,Một,Thôn,07901\n07901002,Hai,Thôn,07901\n',
			);
			await importUnits(database, villages, { validFrom });
			const commune = await idOf(database, '07901');
			const province = await idOf(database, '24');
			const administrator = await makeAccount(database, 'admin', 'administrator', province);
			const correct = (id: number, given: Record<string, string>) =>
				correctUnit(database, administrator, id, { reason, ...given });
			expect(await problemsOf(correct(commune, { validTo: on }))).toEqual([
				'validTo below',
				'validTo below',
			]);
			for (const code of ['07901001', '07901002'])
				await correct(await idOf(database, code), { validTo: on });
			expect(await correct(commune, { validTo: on })).toBe(true);
			expect(await problemsOf(correct(await idOf(database, '07901001'), { validTo: '' }))).toEqual([
				'validTo above',
			]);
			expect(await correct(commune, { validTo: '' })).toBe(true);
			expect((await unitByCode(database, '07901', '2026-01-01'))?.validTo).toBeNull();
		}),
	);

	it(
		'are refused for another kind of unit, by another administrator, and for what is no name',
		inTransaction(async (database) => {
			await importUnits(database, list, { validFrom });
			const id = await idOf(database, '07901');
			const owner = await makeAccount(database, 'owner', 'administrator', id);
			const correct = (given: Record<string, string>) =>
				problemsOf(correctUnit(database, owner, id, { reason, ...given }));
			expect(await correct({ kind: 'thon' })).toEqual(['kind kind']);
			expect(await correct({ kind: 'city' })).toEqual(['kind kind']);
			expect(await correct({ name: '' })).toEqual(['name missingName']);
			expect(await correct({ name: 'Phường Mẫu' })).toEqual(['name kindConflict']);
			expect(await correct({ name: 'PhýõÌng' })).toEqual(['name misread']);
			expect(await correct({ validTo: '2025-02-30' })).toEqual(['validTo date']);
			const neighbour = await idOf(database, '07902');
			const other = await makeAccount(database, 'other', 'administrator', neighbour);
			await expect(
				correctUnit(database, other, id, { name: 'Mẫu Một', reason }),
			).rejects.toBeInstanceOf(ForbiddenError);
		}),
	);
});
