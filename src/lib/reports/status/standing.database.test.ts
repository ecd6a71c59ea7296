import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeProvince, reportOf } from '../../../../tests/database/province';
import { unitByCode } from '../../admin-units/home.server';
import { syncCatalogue } from '../../indicators/sync.server';
import type { Database } from '../../server/db/client';
import { team } from '../../server/db/schema';
import { decideReports } from '../review/decide.server';
import { periodByCode } from '../periods/periods.server';
import { readStandings } from './standing.server';
import { submitReports } from '../intake/submit.server';

const period = '2026-10';
const villagesDue = '2026-10-24T17:00:00Z';
const later = '2026-11-05T00:00:00Z';

async function setUp(database: Database) {
	await syncCatalogue(database);
	const province = await makeProvince(database, { communes: 2, villages: 3 });
	const [first, second] = province.communes;
	if (!first || !second) throw new Error('two communes');
	const submit = (unit: string | undefined, at: string, able = 10) =>
		submitReports(database, province.reporter, [reportOf(unit ?? '', period, able, 100)], {
			channel: 'form',
			now: new Date(at),
		});
	const standings = async (code: string, at: string) => {
		const unit = await unitByCode(database, code, '2026-10-31');
		if (!unit) throw new Error(code);
		return readStandings(database, unit, await periodByCode(database, period, null), new Date(at));
	};
	const counts = async (code: string, at: string) =>
		(await standings(code, at)).map(({ counts: { due, onTime, late, missing, pending } }) =>
			[due, onTime, late, missing, pending].join(' '),
		);
	return { ...province, first, second, submit, standings, counts };
}

describeDatabase('how reporting stands', (handle) => {
	it('is as it was then: what comes later changes nothing about it', () =>
		rolledBack(handle(), async (database) => {
			const { first, submit, counts } = await setUp(database);
			const [one, two, three] = first.villages;
			await submit(one?.code, '2026-10-20T00:00:00Z');
			expect(await counts('98', '2026-10-20T00:00:00Z')).toEqual(['3 1 0 0 2', '3 0 0 0 3']);
			expect(await counts('98', villagesDue)).toEqual(['3 1 0 2 0', '3 0 0 3 0']);
			await submit(two?.code, villagesDue);
			await submit(three?.code, '2026-11-01T00:00:00Z');
			expect(await counts('98', '2026-10-24T16:59:59Z')).toEqual(['3 1 0 0 2', '3 0 0 0 3']);
			expect(await counts('98', villagesDue)).toEqual(['3 1 1 1 0', '3 0 0 3 0']);
			expect(await counts('98', later)).toEqual(['3 1 2 0 0', '3 0 0 3 0']);
			expect(await counts(first.code, later)).toEqual(['1 1 0 0 0', '1 0 1 0 0', '1 0 1 0 0']);
		}));

	it("counts a commune's own report instead of its villages', and each village by what it sent itself", () =>
		rolledBack(handle(), async (database) => {
			const { first, second, submit, counts, standings } = await setUp(database);
			await submit(first.villages[0]?.code, villagesDue);
			await submit(first.code, '2026-10-26T00:00:00Z');
			await submit(second.villages[0]?.code, '2026-10-20T00:00:00Z');
			await submit(second.code, '2026-10-28T00:00:00Z');
			expect(await counts('98', '2026-10-25T00:00:00Z')).toEqual(['3 0 1 2 0', '3 1 0 2 0']);
			expect(await counts('98', later)).toEqual(['1 1 0 0 0', '1 0 1 0 0']);
			expect(
				(await standings('98', later)).map(({ timeliness, ownReceivedAt }) => [
					...[timeliness, ownReceivedAt],
				]),
			).toEqual([
				['onTime', '2026-10-26T00:00:00Z'],
				['late', '2026-10-28T00:00:00Z'],
			]);
			expect(await counts(first.code, later)).toEqual(['1 0 1 0 0', '1 0 0 1 0', '1 0 0 1 0']);
		}));

	it('knows what is not required: villages without a team on their deadline', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, counts } = await setUp(database);
			await database
				.update(team)
				.set({ closedOn: '2026-10-01' })
				.where(eq(team.unitId, first.villages[0]?.id ?? 0));
			for (const { id } of second.villages)
				await database.update(team).set({ foundedOn: '2026-10-26' }).where(eq(team.unitId, id));
			// Without a village that has to, the commune reports by itself.
			expect(await counts('98', later)).toEqual(['2 0 0 2 0', '1 0 0 1 0']);
			expect(await counts(first.code, later)).toEqual(['0 0 0 0 0', '1 0 0 1 0', '1 0 0 1 0']);
		}));

	it('holds a commune without a team to its own day, not to that of villages', () =>
		rolledBack(handle(), async (database) => {
			const { second, submit, standings } = await setUp(database);
			for (const { id } of second.villages)
				await database.update(team).set({ foundedOn: '2026-10-26' }).where(eq(team.unitId, id));
			const communesDue = '2026-10-26T17:00:00Z';
			const stands = async (at: string) =>
				(await standings('98', at)).find(({ code }) => code === second.code)?.timeliness;
			expect(await stands(villagesDue)).toBe('pending');
			expect(await stands('2026-10-26T16:59:59Z')).toBe('pending');
			expect(await stands(communesDue)).toBe('missing');
			await submit(second.code, '2026-10-26T16:59:59Z');
			expect(await stands(later)).toBe('onTime');
		}));

	it('counts what was returned as still to come, and what was answered too late as late', () =>
		rolledBack(handle(), async (database) => {
			const { first, submit, counts, approver } = await setUp(database);
			const [one, two] = first.villages.map(({ code }) => code);
			for (const unit of [one ?? '', two ?? '']) {
				await submit(unit, '2026-10-20T00:00:00Z');
				const decision = { unit, period, decision: 'return', revision: 1 } as const;
				const at = new Date('2026-10-26T00:00:00Z');
				await decideReports(database, approver, [{ ...decision, comment: 'xem lại' }], at);
			}
			await submit(one, '2026-10-29T00:00:00Z', 11);
			await submit(two, '2026-10-29T00:00:01Z', 11);
			expect((await counts('98', '2026-10-24T00:00:00Z'))[0]).toBe('3 2 0 0 1');
			expect((await counts('98', '2026-10-28T00:00:00Z'))[0]).toBe('3 0 0 3 0');
			expect((await counts('98', later))[0]).toBe('3 1 1 1 0');
		}));
});
