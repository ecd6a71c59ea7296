import { describeDatabase, rolledBack } from '../../../../tests/database';
import { adminUnit, compositionRule } from '../../server/db/schema';
import { ForbiddenError, NotFoundError } from '../../server/errors';
import { countBrokenRules, readTeamLines } from '../list/read-lines.server';
import { addRule, closeRule } from './save-rule.server';
import { syncCompositionRules } from './sync.server';
import { openTeam } from '../team/open-team.server';
import { asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
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
});
