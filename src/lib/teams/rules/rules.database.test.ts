import { describeDatabase, rolledBack } from '../../../../tests/database';
import { adminUnit, compositionRule, team, unitLineage } from '../../server/db/schema';
import { ForbiddenError, NotFoundError } from '../../server/errors';
import { countBrokenRules, readTeamLines } from '../list/read-lines.server';
import { readAdministered } from './administered.server';
import { readListedRules } from './read-listed.server';
import { addRule, closeRule } from './save-rule.server';
import { syncCompositionRules } from './sync.server';
import { openTeam } from '../team/open-team.server';
import { asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { addUnit } from '../../../../tests/database/accounts';
import { makeAccount } from '../../../../tests/database/province';
import type { Database } from '../../server/db/client';
import { setUpTeams } from '../../../../tests/database/teams';

const day = '2026-11-10';

describeDatabase('composition rules', (handle) => {
	const rule = {
		level: 'village',
		kinds: ['cnscd'],
		validFrom: '2022-05-01',
		demand: { type: 'size', least: 3, most: null },
		document: 'Hướng dẫn tháng 3/2022',
		clause: 'mục 1',
		wordingVi: 'Ít nhất ba người.',
		wordingEn: 'At least three people.',
	};

	it('bind the teams of their province from a day on, until they are closed', () =>
		rolledBack(handle(), async (database) => {
			const { administrator, officer, viewer, provinceId, first } = await setUpTeams(database);
			await expect(addRule(database, officer, { ...rule, unitId: provinceId })).rejects.toThrow(
				ForbiddenError,
			);
			await expect(addRule(database, administrator, { ...rule, unitId: null })).rejects.toThrow(
				ForbiddenError,
			);
			const id = await addRule(database, administrator, { ...rule, unitId: provinceId });
			const checked = async (on: string) => (await openTeam(database, viewer, first, on)).rules;
			expect(await checked('2022-04-30')).toEqual([]);
			expect(await checked(day)).toMatchObject([
				{ lack: { kind: 'members', count: 1 }, rule: { clause: 'mục 1' } },
			]);
			const lines = await readTeamLines(database, viewer, day);
			expect((await countBrokenRules(database, lines, day)).get(first)).toBe(1);
			await closeRule(database, administrator, id, '2026-11-01');
			expect(await checked(day)).toEqual([]);
			expect(await checked('2026-10-31')).toHaveLength(1);
			await expect(closeRule(database, administrator, id, '2026-12-01')).rejects.toThrow(
				NotFoundError,
			);
		}));

	it('of the documents come with their province, and stay closed once they were', () =>
		rolledBack(handle(), async (database) => {
			await setUpTeams(database);
			await syncCompositionRules(database);
			expect(await database.$count(compositionRule)).toBe(0);
			await database.insert(adminUnit).values({
				code: '38',
				level: 'province',
				kind: 'tinh',
				name: 'Thanh Hóa',
				searchName: 'thanh hoa',
				validFrom: '2004-01-01',
			});
			await syncCompositionRules(database);
			const stored = () => database.select().from(compositionRule).orderBy(asc(compositionRule.id));
			expect((await stored()).map(({ code }) => code)).toEqual([
				'002-size',
				'002-village-head',
				'002-youth-union',
			]);
			await database
				.update(compositionRule)
				.set({ validTo: '2026-01-01' })
				.where(eq(compositionRule.code, '002-size'));
			await syncCompositionRules(database);
			expect((await stored())[0]?.validTo).toBe('2026-01-01');
		}));

	it('of a province that is no more hold on where it was, until its successor sets its own', () =>
		rolledBack(handle(), async (database) => {
			const { administrator, viewer, provinceId, commune, first, communes } =
				await setUpTeams(database);
			const [, elsewhere] = communes;
			const oldProvince = await addUnit(database, '24', 'province', null);
			const oldDistrict = await addUnit(database, '213', 'district', oldProvince);
			const oldCommune = await addUnit(database, '07000', 'commune', oldDistrict);
			await syncCompositionRules(database);
			await database
				.insert(unitLineage)
				.values({ oldUnitId: oldCommune, newUnitId: commune.id, extent: 'full' });
			const ended = '2025-07-01';
			for (const unit of [oldProvince, oldDistrict, oldCommune])
				await database.update(adminUnit).set({ validTo: ended }).where(eq(adminUnit.id, unit));
			await database
				.update(compositionRule)
				.set({ validTo: ended })
				.where(eq(compositionRule.code, '004-village-leader'));
			const checked = async (team = first) =>
				(await openTeam(database, viewer, team, day)).rules.map(({ rule, inherited }) => [
					rule.clause,
					inherited,
				]);
			expect(await checked()).toEqual(Array.from({ length: 3 }, () => ['mục 1.1', true]));
			const [there] = await database
				.select()
				.from(team)
				.where(eq(team.unitId, elsewhere?.villages[0]?.id ?? 0));
			expect(await checked(there?.id)).toEqual([]);
			const lines = await readTeamLines(database, viewer, day);
			expect([...(await countBrokenRules(database, lines, day)).keys()]).toContain(first);

			const units = await readAdministered(database, administrator, day);
			const listed = async () =>
				(await readListedRules(database, administrator, units)).map(
					({ setBy, inherited, mayClose }) => [setBy?.name, inherited, mayClose],
				);
			expect(await listed()).toContainEqual(['24', true, false]);
			// What became of provinces counts only where nothing is known of communes.
			await database
				.insert(unitLineage)
				.values({ oldUnitId: oldProvince, newUnitId: provinceId, extent: 'full' });
			expect(await checked()).toHaveLength(3);
			expect(await checked(there?.id)).toHaveLength(3);

			await addRule(database, administrator, { ...rule, unitId: provinceId });
			expect(await checked()).toEqual([['mục 1', false]]);
		}));

	it('of a district’s plan bind its own teams alone, and are brought back from its province', () =>
		rolledBack(handle(), async (database) => {
			const { countryId, viewer } = await setUpTeams(database);
			const haiDuong = await addUnit(database, '30', 'province', countryId);
			const kimThanh = await addUnit(database, '293', 'district', haiDuong);
			const congHoa = await addUnit(database, '10771', 'commune', kimThanh);
			await syncCompositionRules(database);
			const stored = () =>
				database
					.select()
					.from(compositionRule)
					.where(eq(compositionRule.code, '001-commune-leader'));
			expect(await stored()).toEqual([]);
			// As an older version kept it: for the whole province.
			await addOldRule(database, haiDuong);
			await syncCompositionRules(database);
			const everybody = { ...viewer, grants: [{ role: 'viewer', unitId: countryId }] } as const;
			const [teamOf] = await database
				.insert(team)
				.values({ unitId: congHoa, name: 'Tổ Cộng Hòa', foundedOn: '2022-06-13' })
				.returning();
			const bound = async (id = 0, on = day) =>
				(await openTeam(database, { ...everybody, grants: [...everybody.grants] }, id, on)).rules;
			expect(await bound(teamOf?.id)).toEqual([]);
			const tuKy = await addUnit(database, '298', 'district', haiDuong);
			const danChu = await addUnit(database, '11140', 'commune', tuKy);
			await syncCompositionRules(database);
			expect(await stored()).toMatchObject([{ unitId: tuKy, validTo: null }]);
			const [other] = await database
				.insert(team)
				.values({ unitId: danChu, name: 'Tổ Dân Chủ', foundedOn: '2022-06-13' })
				.returning();
			expect(await bound(teamOf?.id)).toEqual([]);
			expect(await bound(other?.id)).toMatchObject([{ rule: { clause: 'mục II.2' } }]);
		}));

	it('are seen and kept by the administrators of districts and communes, who only read those above', () =>
		rolledBack(handle(), async (database) => {
			const { administrator, provinceId, commune, communes } = await setUpTeams(database);
			const [, elsewhere] = communes;
			const local = await makeAccount(database, 'noi-vu', 'administrator', commune.id);
			await addRule(database, administrator, { ...rule, unitId: provinceId });
			await addRule(database, local, { ...rule, clause: 'mục 2', unitId: commune.id });
			await addRule(database, administrator, {
				...rule,
				clause: 'mục 3',
				unitId: elsewhere?.id ?? 0,
			});
			await expect(addRule(database, local, { ...rule, unitId: provinceId })).rejects.toThrow(
				ForbiddenError,
			);
			const units = await readAdministered(database, local, day);
			expect(units.map(({ id }) => id)).toEqual([commune.id]);
			const listed = await readListedRules(database, local, units);
			expect(listed.map(({ clause, mayClose }) => [clause, mayClose])).toEqual([
				['mục 1', false],
				['mục 2', true],
			]);
		}));
});

const addOldRule = (database: Database, provinceId: number) =>
	database.insert(compositionRule).values({
		code: '001-commune-leader',
		unitId: provinceId,
		level: 'commune',
		kinds: ['cnscd'],
		validFrom: '2022-04-06',
		demand: { type: 'seat', seat: ['communeChair'], holder: 'leader' },
		document: 'Kế hoạch năm 2022 của Tổ chỉ đạo huyện Tứ Kỳ',
		clause: 'mục II.2',
		wordingVi: 'Tổ của xã do Chủ tịch UBND xã đứng đầu.',
		wordingEn: 'The chair leads the commune’s team.',
	});
