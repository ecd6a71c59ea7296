import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeProvince } from '../../../../tests/database/province';
import { problemsOf, temporaryFiles } from '../../../../tests/fixtures/import/files';
import { readUnit } from '../read-unit.server';
import { readTerrains } from '../terrain.server';
import { importTerrains } from './import-terrains.server';

const write = temporaryFiles();
const options = { source: 'Quyết định thử số 1', validOn: '2026-08-01' };

describeDatabase('import of terrains', (handle) => {
	it('names mountainous units and islands with their villages, and takes it back', () =>
		rolledBack(handle(), async (database) => {
			const { communes } = await makeProvince(database, { communes: 2, villages: 1 });
			const [hill, island] = communes;
			const [village] = hill?.villages ?? [];
			if (!hill || !island || !village) throw new Error('two communes and a village');
			const list = write(
				'list.csv',
				`mã,tên,địa bàn\n${hill.code},,Miền núi\n${island.code},,HẢI ĐẢO\n`,
			);
			expect(await importTerrains(database, list, options)).toMatchObject({ added: 2 });
			expect(await importTerrains(database, list, options)).toMatchObject({ unchanged: 2 });
			const read = () => readTerrains(database, [hill.id, island.id, village.id]);
			expect(await read()).toEqual(
				new Map([
					[hill.id, 'mountain'],
					[island.id, 'island'],
					[village.id, 'mountain'],
				]),
			);
			expect((await readUnit(database, hill.id, options.validOn)).terrain).toEqual({
				terrain: 'mountain',
				source: 'Quyết định thử số 1',
			});
			const back = write('back.csv', `code,terrain\n${hill.code},không\n`);
			expect(await importTerrains(database, back, options)).toMatchObject({ changed: 1 });
			expect(await read()).toEqual(new Map([[island.id, 'island']]));
		}));

	it('names what it can’t read by its line, and stores nothing then', () =>
		rolledBack(handle(), async (database) => {
			const { communes } = await makeProvince(database, { communes: 1, villages: 0 });
			const code = communes[0]?.code ?? '';
			const list = write(
				'wrong.csv',
				`code,terrain\n${code},miền núi\n${code},đồng bằng\n99999,hải đảo\n`,
			);
			expect(await problemsOf(importTerrains(database, list, options))).toEqual([
				'line 3 terrain',
				'line 3 duplicateCode',
				'line 4 unknownCode',
			]);
			expect(await readTerrains(database, [communes[0]?.id ?? 0])).toEqual(new Map());
		}));
});
