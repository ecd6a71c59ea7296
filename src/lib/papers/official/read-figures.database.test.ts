import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeProvince, reportOf } from '../../../../tests/database/province';
import { syncCatalogue } from '../../indicators/sync.server';
import { decideReports } from '../../reports/review/decide.server';
import { submitReports } from '../../reports/intake/submit.server';
import type { Database } from '../../server/db/client';
import { readSpanFigures } from './read-figures.server';

const october = { startsOn: '2026-10-01', endsOn: '2026-10-31' };
const quarter = { startsOn: '2026-10-01', endsOn: '2026-12-31' };

describeDatabase('figures of a span', (handle) => {
	const setUp = async (database: Database) => {
		await syncCatalogue(database);
		const province = await makeProvince(database, { communes: 2, villages: 2 });
		const [first, second] = province.communes;
		const [one, two] = first?.villages ?? [];
		if (!first || !second || !one || !two) throw new Error('two communes with two villages');
		const submit = async (
			unit: { code: string },
			period: string,
			given: Record<string, number>,
		) => {
			const values = Object.entries(given).map(([indicator, value]) => ({ indicator, value }));
			const month = period.replace('Q4', '12');
			const now = new Date(`${month}-05T03:00:00Z`);
			const input = { unit: unit.code, period, values };
			const [result] = await submitReports(database, province.reporter, [input], {
				channel: 'form',
				now,
			});
			expect(result).toMatchObject({ status: 'accepted' });
		};
		const total = async (unitId: number, span = quarter) => {
			const figures = await readSpanFigures(database, unitId, span, 'provisional');
			return Object.fromEntries(
				[...figures.total.values].map(([code, { value }]) => [code, value]),
			);
		};
		return { ...province, first, second, one, two, submit, total };
	};

	it('add up what happened, and take the newest of how things stand', () =>
		rolledBack(handle(), async (database) => {
			const { first, one, two, submit, total, provinceId } = await setUp(database);
			await submit(one, '2026-10', { leaflets: 10, members: 5 });
			await submit(one, '2026-11', { leaflets: 20, members: 6 });
			await submit(two, '2026-10', { leaflets: 1, members: 4 });
			for (const id of [first.id, provinceId])
				expect(await total(id)).toEqual({ leaflets: 31, members: 10 });
			expect(await total(first.id, october)).toEqual({ leaflets: 11, members: 9 });
			const { below } = await readSpanFigures(database, first.id, quarter, 'provisional');
			expect(below.get(one.id)?.values.get('leaflets')?.value).toBe(30);
		}));

	it("put a commune's own figure in the place of its villages', period by period", () =>
		rolledBack(handle(), async (database) => {
			const { first, second, one, submit, total, provinceId } = await setUp(database);
			await submit(one, '2026-10', { leaflets: 10, members: 5 });
			await submit(one, '2026-11', { leaflets: 20, members: 6 });
			await submit(first, '2026-11', { leaflets: 500, members: 60 });
			await submit(second, '2026-10', { leaflets: 7 });
			expect(await total(first.id)).toEqual({ leaflets: 510, members: 60 });
			expect(await total(provinceId)).toEqual({ leaflets: 517, members: 60 });
			await submit(one, '2026-12', { members: 8 });
			expect(await total(first.id)).toMatchObject({ members: 8 });
			const { below } = await readSpanFigures(database, first.id, quarter, 'provisional');
			expect(below.get(one.id)?.values.get('leaflets')?.value).toBe(30);
		}));

	it("put a quarter's report in the place of its months'", () =>
		rolledBack(handle(), async (database) => {
			const { one, submit, total, first } = await setUp(database);
			await submit(one, '2026-10', { leaflets: 10, newsItems: 2 });
			await submit(one, '2026-Q4', { leaflets: 25 });
			expect(await total(first.id)).toEqual({ leaflets: 25, newsItems: 2 });
			expect(await total(first.id, october)).toEqual({ leaflets: 10, newsItems: 2 });
		}));

	it('take households of the latest complete month, not of a newer one with one village of two', () =>
		rolledBack(handle(), async (database) => {
			const { one, two, first, reporter, provinceId } = await setUp(database);
			const report = (unit: { code: string }, period: string, able: number) =>
				submitReports(database, reporter, [reportOf(unit.code, period, able, 100)], {
					channel: 'form',
					now: new Date(`${period}-05T03:00:00Z`),
				});
			const asOf = async (unitId: number) => {
				const figures = await readSpanFigures(database, unitId, quarter, 'provisional');
				const share = figures.total.households.get('allFive');
				return [figures.householdsAsOf, share?.able, share?.base];
			};
			await report(one, '2026-10', 10);
			await report(two, '2026-10', 20);
			await report(one, '2026-11', 40);
			expect(await asOf(first.id)).toEqual(['2026-10', 30, 200]);
			expect(await asOf(one.id)).toEqual(['2026-11', 40, 100]);
			// The other commune has reported nothing: what is fullest is taken.
			expect(await asOf(provinceId)).toEqual(['2026-10', 30, 200]);
			await report(two, '2026-11', 50);
			expect(await asOf(first.id)).toEqual(['2026-11', 90, 200]);
			await report(first, '2026-12', 90);
			expect(await asOf(first.id)).toEqual(['2026-12', 90, 100]);
		}));

	it('are approved ones alone where asked, with households as of the newest period', () =>
		rolledBack(handle(), async (database) => {
			const { one, two, first, reporter, approver } = await setUp(database);
			const now = new Date('2026-10-05T03:00:00Z');
			const inputs = [reportOf(one.code, '2026-10', 60, 100), reportOf(two.code, '2026-10', 5, 50)];
			await submitReports(database, reporter, inputs, { channel: 'form', now });
			const read = (basis: 'approved' | 'provisional') =>
				readSpanFigures(database, first.id, quarter, basis);
			expect((await read('approved')).householdsAsOf).toBeNull();
			const decided = { unit: one.code, period: '2026-10', revision: 1, comment: '' };
			await decideReports(database, approver, [{ ...decided, decision: 'approve' }], now);
			expect((await read('approved')).total.households.get('allFive')).toEqual({
				able: 60,
				base: 100,
			});
			const provisional = await read('provisional');
			expect(provisional.householdsAsOf).toBe('2026-10');
			expect(provisional.total.households.get('allFive')).toEqual({ able: 65, base: 150 });
		}));
});
