import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince } from '../../../../tests/database/province';
import { quotaKey } from '../../contracts/awards/seasons';
import type { Database } from '../../server/db/client';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../../server/errors';
import { readTicket } from '../../tickets/read.server';
import { planSteps } from '../calendar/plan';
import { commentOnSeason } from '../public/comment.server';
import { changeSetting } from './change-setting.server';
import { openSeason } from './open.server';
import { findSeason, listSeasons, readSeason } from './read.server';
import { currentSettings, readSettingHistory } from './read-settings.server';

const now = new Date('2026-03-01T01:00:00Z');
const basis = 'Hướng dẫn số 01/HD của tỉnh (minh họa)';

describeDatabase('seasons of awards', (handle) => {
	const setUp = async (database: Database) => {
		const province = await makeProvince(database, { communes: 2, villages: 1 });
		const administrator = await makeAccount(
			database,
			'admin',
			'administrator',
			province.provinceId,
		);
		const committee = await makeAccount(database, 'committee', 'committee', province.provinceId);
		const elsewhere = await makeProvince(database, { communes: 1, villages: 0, code: '97' });
		const input = {
			...{ unitId: province.provinceId, year: 2026, name: 'Xét tặng năm 2026', basis },
			...{ countsFrom: '2025-07-01', countsUntil: '2026-06-30' },
			categories: [{ kind: 'commune', name: 'Xã tiêu biểu', quota: 10 }],
		};
		return { province, administrator, committee, elsewhere, input };
	};

	it('opens with the usual settings, each with its basis', () =>
		rolledBack(handle(), async (database) => {
			const { administrator, committee, input } = await setUp(database);
			const id = await openSeason(database, administrator, input, now);
			const season = await readSeason(database, committee, id);
			expect(season).toMatchObject({ name: input.name, keeps: false, sits: true, frozenAt: null });
			expect(season.categories).toMatchObject([{ kind: 'commune', quota: 10 }]);
			expect(season.settings).toMatchObject({ completenessMinimum: 75, appraisalDays: 25 });
			const history = await readSettingHistory(database, id);
			expect(new Set(history.map((entry) => entry.basis))).toEqual(new Set([basis]));
		}));

	it("is opened by the unit's administrator alone, once under a name", () =>
		rolledBack(handle(), async (database) => {
			const { administrator, committee, input } = await setUp(database);
			await expect(openSeason(database, committee, input, now)).rejects.toThrow(ForbiddenError);
			await openSeason(database, administrator, input, now);
			await expect(openSeason(database, administrator, input, now)).rejects.toThrow(/name/);
			const other = { ...input, name: 'Xét tặng chuyên đề 2026' };
			await openSeason(database, administrator, other, now);
			expect(await listSeasons(database, administrator)).toHaveLength(2);
		}));

	it('is opened by a level below for awards of its own, beside the one above', () =>
		rolledBack(handle(), async (database) => {
			const { administrator, input, province } = await setUp(database);
			const above = await openSeason(database, administrator, input, now);
			const unitId = province.communes[0]?.id ?? 0;
			const office = await makeAccount(database, 'office', 'administrator', unitId);
			const category = { kind: 'villageTeam', name: 'Tổ ở thôn tiêu biểu', quota: 2 };
			const own = { ...input, unitId, categories: [category] };
			const below = await openSeason(database, office, own, now);
			expect(await listSeasons(database, office)).toHaveLength(2);
			expect((await readSeason(database, office, below)).keeps).toBe(true);
			expect((await readSeason(database, office, above)).keeps).toBe(false);
			await expect(openSeason(database, office, input, now)).rejects.toThrow(ForbiddenError);
		}));

	it('is refused when its figures end after the ceremony, or nothing can be won', () =>
		rolledBack(handle(), async (database) => {
			const { administrator, input } = await setUp(database);
			const open = (change: object) =>
				openSeason(database, administrator, { ...input, ...change }, now);
			await expect(open({ countsUntil: '2026-10-10' })).rejects.toThrow(/beforeCeremony/);
			await expect(open({ countsFrom: '2026-06-30' })).rejects.toThrow(/untilAfterFrom/);
			await expect(open({ categories: [] })).rejects.toThrow(/oneCategory/);
		}));

	it('concerns units above and below, and is not found elsewhere', () =>
		rolledBack(handle(), async (database) => {
			const { administrator, elsewhere, input, province } = await setUp(database);
			const id = await openSeason(database, administrator, input, now);
			const village = province.communes[0]?.villages[0]?.id ?? 0;
			const below = await makeAccount(database, 'below', 'reporter', village);
			expect(await listSeasons(database, below)).toMatchObject([{ id }]);
			expect(await listSeasons(database, elsewhere.reporter)).toEqual([]);
			await expect(readSeason(database, elsewhere.reporter, id)).rejects.toThrow(NotFoundError);
		}));

	it('keeps what a setting was before, with the reason and the paper', () =>
		rolledBack(handle(), async (database) => {
			const { administrator, committee, input } = await setUp(database);
			const id = await openSeason(database, administrator, input, now);
			const change = {
				key: 'appraisalDays',
				value: 20,
				basis: 'Công văn số 5',
				reason: 'Rút ngắn',
			};
			await expect(changeSetting(database, committee, id, change, now)).rejects.toThrow(
				ForbiddenError,
			);
			await changeSetting(database, administrator, id, change, now);
			const history = await readSettingHistory(database, id);
			expect(history.filter(({ key }) => key === 'appraisalDays')).toMatchObject([
				{ value: 20, basis: 'Công văn số 5', reason: 'Rút ngắn' },
				{ value: 25, basis, reason: '' },
			]);
			expect(currentSettings(history).find(({ key }) => key === 'appraisalDays')?.value).toBe(20);
			expect((await readSeason(database, committee, id)).settings.appraisalDays).toBe(20);
		}));

	it('changes how many a category may name, with its paper, for its own categories alone', () =>
		rolledBack(handle(), async (database) => {
			const { administrator, committee, input } = await setUp(database);
			const id = await openSeason(database, administrator, input, now);
			const another = { ...input, name: 'Xét tặng chuyên đề 2026' };
			const other = await openSeason(database, administrator, another, now);
			const [category] = (await readSeason(database, committee, id)).categories;
			const key = quotaKey(category?.id ?? 0);
			const change = { key, value: 12, basis: 'Công văn số 9', reason: 'Thêm xã sau sáp nhập' };
			const set = (season: number, given: object) =>
				changeSetting(database, administrator, season, { ...change, ...given }, now);
			await expect(set(other, {})).rejects.toThrow(/category/);
			await expect(set(id, { value: 0 })).rejects.toThrow(/quota/);
			await expect(set(id, { basis: '' })).rejects.toThrow(InvalidError);
			await set(id, {});
			const season = await readSeason(database, committee, id);
			expect(season.categories).toMatchObject([{ quota: 12 }]);
			expect(season.settings).not.toHaveProperty(key);
			const history = await readSettingHistory(database, id);
			expect(currentSettings(history)[0]).toMatchObject({ key, value: 12, basis: 'Công văn số 9' });
			expect(history.filter((entry) => entry.key === key)).toHaveLength(2);
		}));

	it('takes a comment of anybody while it is asked for: a ticket of its unit, that its officers answer', () =>
		rolledBack(handle(), async (database) => {
			const { administrator, input } = await setUp(database);
			const id = await openSeason(database, administrator, input, now);
			// Counted in memory, for both databases of this block.
			const from = `2001:db8:0:${randomInt(1, 60_000).toString(16)}::1`;
			const say = (day: string, text = 'Đề nghị xem lại số hộ của xã này.') =>
				commentOnSeason(database, id, { text, from, now: new Date(`${day}T03:00:00Z`) });
			await expect(say('2026-08-21')).rejects.toThrow(ConflictError);
			await expect(say('2026-09-01')).rejects.toThrow(ConflictError);
			await expect(say('2026-08-22', 'Ngắn')).rejects.toThrow(InvalidError);
			const on = new Date('2026-08-23T03:00:00Z');
			const ticket = await readTicket(database, administrator, await say('2026-08-22'), on);
			expect(ticket).toMatchObject({ raisedBy: null, state: 'open', open: { answered: true } });
			expect(ticket.text).toContain('Đề nghị xem lại');
			for (let count = 0; count < 8; count += 1) await say('2026-08-22');
			await expect(say('2026-08-22')).rejects.toThrow(/too much/);
		}));

	it('has its ceremony on the day that is set, and not before its figures end', () =>
		rolledBack(handle(), async (database) => {
			const { administrator, input } = await setUp(database);
			const id = await openSeason(database, administrator, input, now);
			const set = (key: string, value: number) =>
				changeSetting(
					...([database, administrator, id] as const),
					{ key, value, basis: 'Kế hoạch 12/KH-UBND', reason: 'Trao cùng ngày hội' },
					now,
				);
			await set('ceremonyMonth', 12);
			const season = await findSeason(database, id);
			if (!season) throw new Error('It was opened.');
			expect(planSteps(season.year, season.settings).at(-1)?.on).toBe('2026-12-10');
			await expect(set('ceremonyMonth', 1)).rejects.toThrow(InvalidError);
		}));

	it('refuses a setting without a basis, without a reason or out of bounds', () =>
		rolledBack(handle(), async (database) => {
			const { administrator, input } = await setUp(database);
			const id = await openSeason(database, administrator, input, now);
			const good = { key: 'quorum', value: 70, basis: 'Công văn số 5', reason: 'Theo quy chế' };
			const change = (fault: object) =>
				changeSetting(database, administrator, id, { ...good, ...fault }, now);
			await expect(change({ basis: '' })).rejects.toThrow(InvalidError);
			await expect(change({ reason: '' })).rejects.toThrow(InvalidError);
			await expect(change({ value: 101 })).rejects.toThrow(/percent/);
		}));
});
