import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import { checkSubjects, type CheckSubject } from '../../contracts/awards/checks';
import type { Sample } from '../../contracts/awards/composite-index';
import { measures } from '../../contracts/coverage';
import { readTrends } from '../../coverage/trend.server';
import { syncCatalogue } from '../../indicators/sync.server';
import { readContent } from '../../ranking/check/check-freeze.server';
import { inSteps, sampleInSteps } from '../../ranking/criteria/in-steps';
import { parseShortlistQuery } from '../../ranking/shortlist/query';
import { submitReports } from '../../reports/intake/submit.server';
import { ensurePeriods } from '../../reports/periods/periods.server';
import { decideReports } from '../../reports/review/decide.server';
import type { Database } from '../../server/db/client';
import { readCheckedHouseholds } from '../back-checks/verified-shares.server';
import { draftCriteria } from '../criteria/draft.server';
import { forceCriteria, signCriteria } from '../criteria/sign.server';
import { openSeason } from '../season/open.server';
import { readCategories } from '../season/read.server';
import { readShortlist } from '../shortlist/read.server';
import { freezeSeason } from './freeze.server';
import { readFreeze } from './read.server';

const before = new Date('2026-07-15T03:00:00Z');
const after = new Date('2026-10-02T03:00:00Z');
const month = '2026-09';
const visited = 10;
const allFive = measures.indexOf('allFive');
/** Of the households visited in each village, those that were found as reported. */
const confirmed = [10, 9, 8, 7, 6, 5, 2, 0];

describeDatabase('what a published freeze tells of a unit', (handle) => {
	/** A season that can be frozen, and what is going to be found in each village. */
	const openOne = async (database: Database) => {
		await syncCatalogue(database);
		const province = await makeProvince(database, { communes: 2, villages: 4 });
		const { provinceId } = province;
		const one = await makeAccount(database, 'one', 'committee', provinceId);
		const other = await makeAccount(database, 'other', 'administrator', provinceId);
		const villages = province.communes.flatMap((commune) => commune.villages);
		await ensurePeriods(database, [month]);
		const sentAt = new Date(`${month}-20T03:00:00Z`);
		for (const [index, { code }] of villages.entries()) {
			const report = reportOf(code, month, 15 + 10 * index, 100);
			const channel = { channel: 'api', now: sentAt } as const;
			const [sent] = await submitReports(database, province.reporter, [report], channel);
			if (sent?.status !== 'accepted') throw new Error(JSON.stringify(sent));
			const decision = { unit: code, period: month, decision: 'approve' as const, comment: '' };
			const decided = [{ ...decision, revision: sent.revision }];
			await decideReports(database, province.approver, decided, sentAt);
		}
		const seasonId = await openSeason(
			database,
			other,
			{
				...{ unitId: provinceId, year: 2026, name: 'Xét tặng năm 2026', basis: 'Hướng dẫn 01' },
				...{ countsFrom: '2026-08-01', countsUntil: '2026-09-30' },
				categories: [{ kind: 'villageTeam', name: 'Tổ tiêu biểu', quota: 1 }],
			},
			before,
		);
		const [category] = await readCategories(database, seasonId);
		const drafted = { seasonId, categoryId: category?.id ?? 0 };
		const versionId = await draftCriteria(database, one, drafted, before);
		await signCriteria(database, one, { seasonId, versionId }, before);
		await forceCriteria(database, other, { seasonId, versionId }, before);
		const found = villages.map(({ id }, index) => ({ id, k: confirmed[index] ?? 0 }));
		const visit = (subject: CheckSubject) =>
			database.execute(sql`with round as (
				insert into award_check_round (season_id, number, frame, frame_hash, fixed_by, fixed_at, dice, seed, drawn_at)
				values (${seasonId}, ${1 + checkSubjects.indexOf(subject)}, ${JSON.stringify({ subject })}::jsonb, repeat('0', 64), ${one.accountId}, now(), '1', '1', now())
				returning id
			), item as (
				insert into award_check_item (round_id, unit_id, place_id, number, lot)
				select round.id, village.id, village.id, number, number
				from round, jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as village (id int, k int),
					generate_series(1, ${visited}::int) number
				returning id, number, unit_id
			)
			insert into award_check_result (item_id, finding, note, channel, visited_on, entered_by, entered_at)
			select item.id, case when number <= k then 'asReported' else 'notAsReported' end,
				'', 'phone', '2026-09-25', ${one.accountId}, now()
			from item join jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as village (id int, k int)
				on village.id = item.unit_id`);
		const freeze = async () => {
			await freezeSeason(database, one, seasonId, after);
			return readContent(await readFreeze(database, seasonId)).categories[0]?.input.units ?? [];
		};
		const sampled = async (when: Date) => {
			const query = parseShortlistQuery(new URLSearchParams());
			const { shortlist } = await readShortlist(database, one, seasonId, query, when);
			return shortlist?.rows.filter(({ sampling }) => sampling !== null).length;
		};
		return { one, found, visit, freeze, sampled };
	};

	it('leads from public figures to units, and from there to no exact finding', () =>
		rolledBack(handle(), async (database) => {
			const { found, visit, freeze } = await openOne(database);
			await visit('households');
			const units = await freeze();
			// What everybody knows of a village under its name: its coverage, and how many were visited there.
			const ids = found.map(({ id }) => id);
			const asked = { basis: 'approved', audience: 'public', months: 1, until: month } as const;
			const coverage = await readTrends(database, ids, asked);
			const checked = await readCheckedHouseholds(database, ids, '2026-10-02');
			const linked = found.flatMap(({ id, k }) => {
				const figures = coverage.get(id)?.[0]?.figures;
				const [able, base] = [figures?.able[allFive] ?? null, figures?.base[allFive] ?? 0];
				const households = checked.find(({ unitId }) => unitId === id)?.households;
				const alike = units.filter(
					({ values, sample }) =>
						able !== null &&
						sample?.checked === households &&
						values.some(
							({ criterion, value }) =>
								criterion === 'coverage' && value === inSteps(able / base, base),
						),
				);
				const [only] = alike;
				return only && alike.length === 1 ? [{ k, only }] : [];
			});
			// The docstring of `dealNumbers` says so, and the season's page: that much is public.
			expect(linked).toHaveLength(confirmed.length);

			const possible = (told: Sample) =>
				Array.from({ length: told.checked + 1 }, (_, count) => count).filter(
					(count) =>
						sampleInSteps({ checked: told.checked, confirmed: count })?.confirmed ===
						told.confirmed,
				);
			for (const { k, only } of linked) {
				if (!only.sample) throw new Error('Ten were visited.');
				const counts = possible(only.sample);
				expect(counts, 'the file holds what was found').toContain(k);
				expect(counts.length, 'and not which of several it was').toBeGreaterThan(1);
				expect(only.values.find(({ criterion }) => criterion === 'verified')?.value).toBe(
					only.sample.confirmed / only.sample.checked,
				);
			}
		}));

	it('follows from what was found, as the live ranking does: a share, and the error of so small a sample', () =>
		rolledBack(handle(), async (database) => {
			const { one, found, visit, freeze, sampled } = await openOne(database);
			await database.execute(sql`
				insert into activity (key, unit_id, kind, topic, held_on, place, by_youth, note, recorded_by, recorded_at)
				select village.id || '-' || number, village.id, 'outreachSession', 'several', '2026-09-01', 'Nhà văn hóa',
					false, '', ${one.accountId}, now()
				from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as village (id int), generate_series(1, 12) number`);
			expect(await sampled(after)).toBe(0);
			await visit('households');
			await visit('sessions');
			// What moves no change number shows after half a minute.
			const soon = new Date(after.getTime() + 31_000);
			await expect.poll(() => sampled(soon)).toBe(found.length);
			const units = await freeze();
			const samples = (of: (unit: (typeof units)[number]) => Sample | null | undefined) =>
				units.map((unit) => of(unit)?.confirmed ?? -1).toSorted((a, b) => a - b);
			const stepped = confirmed
				.map((k) => sampleInSteps({ checked: visited, confirmed: k })?.confirmed ?? -1)
				.toSorted((a, b) => a - b);
			expect(samples(({ sample }) => sample)).toEqual(stepped);
			expect(samples(({ sessions }) => sessions)).toEqual(stepped);
			for (const { sessions, values } of units)
				expect(values.find(({ criterion }) => criterion === 'teaching')?.value).toBeCloseTo(
					((sessions?.logged ?? 0) * (sessions?.confirmed ?? 0)) / visited,
				);
			expect(await sampled(after)).toBe(found.length);
		}));
});
