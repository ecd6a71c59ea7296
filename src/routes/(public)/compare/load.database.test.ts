import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeProvince, reportOf } from '../../../../tests/database/province';
import { addMonths, localDay } from '$lib/contracts/local-time';
import { syncCatalogue } from '$lib/indicators/sync.server';
import { submitReports } from '$lib/reports/intake/submit.server';
import { decideReports } from '$lib/reports/review/decide.server';
import type { Database } from '$lib/server/db/client';
import { adminUnit } from '$lib/server/db/schema';
import { loadComparison } from './load.server';

const today = localDay(new Date());
/** Two months that are over, and due. */
const [older, newer] = [addMonths(today, -3), addMonths(today, -2)];

describeDatabase('a comparison of communes', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const province = await makeProvince(database, { communes: 2, villages: 1 });
		const [first, second] = province.communes;
		if (!first || !second) throw new Error('two communes');
		const publish = async (unit: string, period: string, able: number) => {
			const now = new Date(`${period}-25T03:00:00Z`);
			await submitReports(database, province.reporter, [reportOf(unit, period, able, 100)], {
				...{ channel: 'api', now },
			});
			const decision = { unit, period, decision: 'approve', revision: 1, comment: '' } as const;
			await decideReports(database, province.approver, [decision], now);
		};
		const compare = (query: string) => {
			const url = new URL(`http://localhost/so-sanh?${query}`);
			const locals = { handle: { ...handle(), database } } as App.Locals;
			return loadComparison({ locals, url }, '98');
		};
		return { first, second, publish, compare };
	};
	const ableOf = ({ communes }: Awaited<ReturnType<typeof loadComparison>>) =>
		communes.map(({ commune }) => commune?.figures?.able[0] ?? null);

	it('is of one month for all, and of the line up to it', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, publish, compare } = await setUp(database);
			await publish(first.code, older, 40);
			await publish(second.code, older, 50);
			await publish(second.code, newer, 60);
			const both = `xa=${first.code}&xa=${second.code}`;
			const comparison = await compare(`${both}&thang=${older}`);
			expect([comparison.month, ableOf(comparison)]).toEqual([older, [40, 50]]);
			expect(comparison.communes.map(({ trend }) => trend.at(-1)?.periodCode)).toEqual([
				older,
				older,
			]);
			expect(ableOf(await compare(`${both}&thang=${newer}`))).toEqual([null, 60]);
			await expect(compare(`${both}&thang=2026-13`)).rejects.toMatchObject({ status: 404 });
		}));

	it('shows nothing of a commune that was formed later, and the others as ever', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, publish, compare } = await setUp(database);
			await publish(first.code, older, 40);
			await database
				.update(adminUnit)
				.set({ validFrom: `${addMonths(older, 1)}-02` })
				.where(eq(adminUnit.id, second.id));
			for (const both of [
				[first, second],
				[second, first],
			]) {
				const query = both.map(({ code }) => `xa=${code}`).join('&');
				const comparison = await compare(`${query}&thang=${older}`);
				expect(comparison.communes.map(({ unit }) => unit.code)).toEqual(
					both.map(({ code }) => code),
				);
				expect(ableOf(comparison)).toEqual(both.map((unit) => (unit === first ? 40 : null)));
			}
		}));
});
