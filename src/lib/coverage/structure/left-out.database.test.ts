import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { temporaryFiles } from '../../../../tests/fixtures/import/files';
import { unitByCode } from '../../admin-units/home.server';
import { importHouseholds } from '../../admin-units/import/import-households.server';
import { importLineage } from '../../admin-units/import/import-lineage.server';
import { importUnits } from '../../admin-units/import/import-units.server';
import { ensurePeriods } from '../../reports/periods/periods.server';
import { readStructureView } from './read.server';

const write = temporaryFiles();
const on = '2025-07-01';
const header = 'code,name,province_code,province_name';

describeDatabase('a month in the structure of a later day', (handle) => {
	it('names communes of which nothing says what they became, with their households', () =>
		rolledBack(handle(), async (database) => {
			const old = ['07901,Xã Một', '07902,Xã Hai', '07904,Xã Bốn'].map(
				(line) => `${line},24,Tỉnh Bắc Giang`,
			);
			await importUnits(database, write('old.csv', [header, ...old].join('\n')), {
				validFrom: '2023-04-10',
				validTo: on,
			});
			await importHouseholds(
				database,
				write('households.csv', 'code,households\n07901,900\n07902,1000\n'),
				{ year: 2019, source: 'Tổng điều tra', validOn: '2024-01-01' },
			);
			// The province goes on under its old code and another name.
			await importUnits(database, write('new.csv', `${header}\n07903,Xã Mới,24,Tỉnh Bắc Ninh\n`), {
				validFrom: on,
			});
			const lineage = write(
				'lineage.csv',
				'old_code,new_code,extent,share,source\n07901,07903,full,,\n07904,,none,,NQ 1\n',
			);
			await importLineage(database, lineage, { on, incomplete: true });
			const scope = await unitByCode(database, '24', on);
			const period = (await ensurePeriods(database, ['2025-05'])).get('2025-05');
			if (!scope || !period) throw new Error('The province and the month are there.');
			const view = (structureDay: string) =>
				readStructureView(database, { scope, structureDay, period, audience: 'public' });
			const { leftOut, scope: whole } = await view(on);
			expect(leftOut.map(({ unit, households }) => [unit.name, households])).toEqual([
				['Hai', 1000],
			]);
			expect(whole.register).toBe(900);
			expect((await view('2025-06-30')).leftOut).toEqual([]);
		}));
});
