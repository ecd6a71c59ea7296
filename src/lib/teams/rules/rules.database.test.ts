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
import { setUpTeams } from '../../../../tests/database/teams';

const day = '2026-11-10';

describeDatabase('composition rules', (handle) => {
	const rule = {
		level: 'village',
		kinds: ['cnscd'],
		validFrom: '2022-05-01',
		demand: { type: 'size', least: 3, most: null },
		document: 'Hướng dẫn 3/2022',
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
});
