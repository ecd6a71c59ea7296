import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import { parseShortlistQuery } from '../../ranking/shortlist/query';
import { syncCatalogue } from '../../indicators/sync.server';
import { submitReports } from '../../reports/intake/submit.server';
import { ensurePeriods } from '../../reports/periods/periods.server';
import { decideReports } from '../../reports/review/decide.server';
import type { Database } from '../../server/db/client';
import {
	awardCategory,
	awardCriteriaVersion,
	awardPeerGroup,
	awardSeason,
	boundary,
	householdRegister,
} from '../../server/db/schema';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../../server/errors';
import { changePeers } from '../peers/change-peers.server';
import { freezeSeason } from '../freeze/freeze.server';
import { fixPeers } from '../peers/fix-peers.server';
import { readPeerGroups, readPublicPeers } from '../peers/read-peers.server';
import { changeSetting } from '../season/change-setting.server';
import { readPublicGroups } from '../peers/read-public-groups.server';
import { readShortlist } from './read.server';

const now = new Date('2026-10-02T03:00:00Z');

describeDatabase('the shortlist of a season', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const province = await makeProvince(database, { communes: 3, villages: 1 });
		await ensurePeriods(database, ['2026-08', '2026-09']);
		const approved = async (unit: string, able: number, month = '2026-09') => {
			const at = new Date(`${month}-20T03:00:00Z`);
			const report = { ...reportOf(unit, month, able, 100), reason: 'counted again' };
			const [result] = await submitReports(database, province.reporter, [report], {
				...{ channel: 'api', now: at },
			});
			if (result?.status !== 'accepted') throw new Error(JSON.stringify(result));
			const { revision } = result;
			const decision = { unit, period: month, decision: 'approve' as const, comment: '', revision };
			await decideReports(database, province.approver, [decision], at);
		};
		const committee = await makeAccount(database, 'committee', 'committee', province.provinceId);
		const { accountId } = committee;
		const [season] = await database
			.insert(awardSeason)
			.values({
				...{ unitId: province.provinceId, year: 2026, name: 'Mùa 2026', openedBy: accountId },
				...{ countsFrom: '2026-08-01', countsUntil: '2026-09-30', openedAt: now },
			})
			.returning();
		const [category] = await database
			.insert(awardCategory)
			.values({ seasonId: season?.id ?? 0, kind: 'commune', name: 'Xã tiêu biểu', quota: 1 })
			.returning();
		if (!season || !category) throw new Error('The season was stored.');
		const force = () =>
			database.insert(awardCriteriaVersion).values({
				...{
					categoryId: category.id,
					version: 1,
					state: 'inForce',
					shuffle: 1,
					hash: '0'.repeat(64),
				},
				...{ draftedBy: accountId, draftedAt: now, forcedBy: accountId, forcedAt: now },
				criteria: (['coverage', 'punctuality'] as const).map((criterion) => ({
					...{ criterion, weight: 10, worst: 0, best: 1, missing: 'leaveOut' },
				})),
			});
		const read = (text = '', actor = committee, at = now) =>
			readShortlist(database, actor, season.id, parseShortlistQuery(new URLSearchParams(text)), at);
		return { ...province, committee, category, season, approved, force, read };
	};

	it('shows nobody anything before criteria are in force', () =>
		rolledBack(handle(), async (database) => {
			const { communes, approved, force, read } = await setUp(database);
			await approved(communes[0]?.code ?? '', 60);
			expect((await read()).shortlist).toBeNull();
			await force();
			expect((await read()).shortlist?.rows.map(({ unitId }) => unitId)).toEqual([communes[0]?.id]);
		}));

	it('orders units by approved figures, lists the others apart, and moves with an approval', () =>
		rolledBack(handle(), async (database) => {
			const { communes, approved, force, read } = await setUp(database);
			const [first, second, third] = communes;
			await approved(first?.code ?? '', 60);
			await approved(second?.code ?? '', 80);
			await force();
			const before = (await read()).shortlist;
			expect(before?.rows.map(({ unitId, place }) => [unitId, place])).toEqual([
				[second?.id, 1],
				[first?.id, 2],
			]);
			expect(before?.draws).toBe(1000);
			expect(before?.apart).toMatchObject([
				{ reason: 'incomplete', missing: ['coverage'], units: [{ unitId: third?.id }] },
			]);
			const steps = before?.rows[1]?.steps?.map(({ criterion }) => criterion);
			// Half of the reports that were due never came: that is the nearest way up.
			expect(steps).toEqual(['punctuality', 'coverage']);
			await approved(first?.code ?? '', 95);
			// Who looks before it is counted sees the list of before, with its number.
			await expect.poll(async () => (await read()).shortlist?.rows[0]?.unitId).toBe(first?.id);
			expect((await read('nhom=1')).shortlist?.rows).toHaveLength(1);
			expect((await read('tim=khong-co')).shortlist?.rows).toEqual([]);
			expect((await read('bang=tien-bo')).shortlist).toBeNull();
		}));

	it('shows the peers that were fixed before data count, and as they were changed with a public reason', () =>
		rolledBack(handle(), async (database) => {
			const { category, committee, communes, approved, force, read, season } =
				await setUp(database);
			const [first, second, third] = communes.map(({ id }) => id);
			if (!first || !second || !third) throw new Error('Three communes were made.');
			const categoryId = category.id;
			const seasonId = season.id;
			const before = new Date(`${season.countsFrom}T00:00:00Z`);
			before.setUTCDate(before.getUTCDate() - 2);
			const fix = (when: Date) => fixPeers(database, committee, { seasonId, categoryId }, when);
			await database.insert(boundary).values({
				...{ unitId: first, hash: 'x' },
				geometry: {
					type: 'Polygon',
					coordinates: [
						[
							[105, 21],
							[105.1, 21],
							[105.1, 21.1],
							[105, 21.1],
							[105, 21],
						],
					],
				},
			});
			await database
				.insert(householdRegister)
				.values({ unitId: first, year: 2026, source: 'x', households: 100 })
				.onConflictDoUpdate({
					target: [householdRegister.unitId, householdRegister.year],
					set: { households: 100 },
				});
			await expect(fix(now)).rejects.toThrow(ConflictError);
			await fix(before);
			await expect(fix(before)).rejects.toThrow(ConflictError);
			expect((await readPeerGroups(database, categoryId)).get(first)).toHaveLength(2);
			const [fixed] = await database
				.select()
				.from(awardPeerGroup)
				.where(eq(awardPeerGroup.unitId, first));
			expect(fixed?.density).toBeCloseTo(0.87, 1);

			const reason = 'Hai xã cùng vùng lòng hồ';
			const change = (peers: number[], why = reason) =>
				changePeers(
					...([database, committee, seasonId] as const),
					{ categoryId, unitId: first, peers, reason: why },
					now,
				);
			await expect(change([second], '')).rejects.toThrow(InvalidError);
			await expect(change([first])).rejects.toThrow(InvalidError);
			await change([second]);
			const { changes } = await readPublicPeers(database, seasonId);
			expect(changes).toMatchObject([{ reason, added: [], removed: [expect.any(String)] }]);
			const chosen = communes[0]?.code ?? '';
			const open = await readPublicGroups(database, seasonId, chosen);
			expect(open.communes.map(({ code }) => code).toSorted()).toEqual(
				communes.map(({ code }) => code).toSorted(),
			);
			expect(open.groups).toMatchObject([{ unitId: first, peers: [{ place: null }] }]);
			expect((await readPublicGroups(database, seasonId, '')).groups).toEqual([]);
			// Everybody reads it: names of people stand in the audit log alone.
			expect(JSON.stringify(changes)).not.toContain('committee');
			for (const { code } of communes) await approved(code, 60);
			await force();
			const shown = await read(`tuong-dong=${first}`);
			expect(shown.shortlist?.rows.map(({ unitId }) => unitId).toSorted()).toEqual(
				[first, second].toSorted(),
			);
			expect(shown.peerGroup?.others.map(({ id }) => id)).toEqual([third]);
		}));

	it('compares with as many peers as the season has set, until they are fixed', () =>
		rolledBack(handle(), async (database) => {
			const { category, committee, communes, provinceId, season } = await setUp(database);
			const keeper = await makeAccount(database, 'keeper', 'administrator', provinceId);
			const set = (value: number) =>
				changeSetting(
					...([database, keeper, season.id] as const),
					{ key: 'peerCount', value, basis: 'Công văn số 8', reason: 'Tỉnh có ít xã' },
					now,
				);
			await set(1);
			const which = { seasonId: season.id, categoryId: category.id };
			await fixPeers(database, committee, which, new Date('2026-07-30T00:00:00Z'));
			const groups = await readPeerGroups(database, category.id);
			expect(communes.map(({ id }) => groups.get(id)?.length)).toEqual([1, 1, 1]);
			await expect(set(2)).rejects.toThrow(/fixed/);
		}));

	it('draws beside each row a year of its approved coverage, which ends with what counts once it is frozen', () =>
		rolledBack(handle(), async (database) => {
			const { committee, communes, approved, force, read, reporter, season } =
				await setUp(database);
			await ensurePeriods(database, ['2026-10']);
			const [first, second, third] = communes;
			if (!first || !second || !third) throw new Error('Three communes were made.');
			await approved(first.code, 60, '2026-08');
			await approved(first.code, 80);
			await approved(second.code, 40);
			await approved(first.code, 95, '2026-10');
			const received = reportOf(second.code, '2026-10', 99, 100);
			const sent = { channel: 'api' as const, now: new Date('2026-10-20T03:00:00Z') };
			await submitReports(database, reporter, [received], sent);
			await force();
			const november = new Date('2026-11-02T03:00:00Z');
			const nothing = (months: number) => Array.from({ length: months }, () => null);
			expect((await read('', committee, november)).trends).toEqual({
				[first.id]: [...nothing(9), 0.6, 0.8, 0.95],
				[second.id]: [...nothing(10), 0.4, null],
			});
			await freezeSeason(database, committee, season.id, november);
			expect((await read('', committee, november)).trends).toEqual({
				[first.id]: [...nothing(10), 0.6, 0.8],
				[second.id]: [...nothing(11), 0.4],
			});
		}));

	it('is for the committee of its unit alone', () =>
		rolledBack(handle(), async (database) => {
			const { communes, provinceId, read } = await setUp(database);
			const keeper = await makeAccount(database, 'keeper', 'administrator', provinceId);
			await expect(read('', keeper)).rejects.toThrow(ForbiddenError);
			const below = await makeAccount(database, 'below', 'committee', communes[0]?.id ?? 0);
			await expect(read('', below)).rejects.toThrow(ForbiddenError);
			const other = await makeProvince(database, { communes: 1, villages: 1, code: '97' });
			const away = await makeAccount(database, 'away', 'committee', other.provinceId);
			await expect(read('', away)).rejects.toThrow(NotFoundError);
		}));
});
