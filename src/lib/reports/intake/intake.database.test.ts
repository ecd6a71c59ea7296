import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeProvince, reportOf } from '../../../../tests/database/province';
import { syncCatalogue } from '../../indicators/sync.server';
import type { Database } from '../../server/db/client';
import { reportRevision } from '../../server/db/schema';
import { readReport } from '../review/read-report.server';
import { submitReports } from './submit.server';

const now = new Date('2026-10-20T03:00:00Z');
const period = '2026-10';
const clientId = '0b54b0f4-6f4e-4f0e-9a3b-5d5f4f3c2b1a';

async function setUp(database: Database, code = '98') {
	await syncCatalogue(database);
	const province = await makeProvince(database, { communes: 1, villages: 2, code });
	const [first, second] = province.communes[0]?.villages ?? [];
	if (!first || !second) throw new Error('two villages');
	const submit = async (unit: string, able: number, extra = {}, actor = province.reporter) => {
		const input = { ...reportOf(unit, period, able, 100), ...extra };
		const [result] = await submitReports(database, actor, [input], { channel: 'offline', now });
		if (!result) throw new Error('one result');
		return result.status === 'accepted'
			? result.revision
			: result.problems.map(({ field, rule, numbers }) => ({ field, rule, numbers }));
	};
	return { ...province, first: first.code, second: second.code, submit };
}

describeDatabase('what an entry may say about itself', (handle) => {
	it('is refused when somebody else has reported since it began', () =>
		rolledBack(handle(), async (database) => {
			const { submit, first } = await setUp(database);
			expect(await submit(first, 10, { basedOn: 1 })).toEqual([
				{ field: 'report', rule: 'newerRevision', numbers: { value: 1, limit: 0 } },
			]);
			expect(await submit(first, 10, { basedOn: 0 })).toBe(1);
			expect(await submit(first, 20, { basedOn: 0 })).toEqual([
				{ field: 'report', rule: 'newerRevision', numbers: { value: 0, limit: 1 } },
			]);
			expect(await submit(first, 20, { basedOn: 1 })).toBe(2);
			expect(await submit(first, 30)).toBe(3);
		}));

	it('sent again with its client id is the same revision, for the same account and report', () =>
		rolledBack(handle(), async (database) => {
			const { submit, first, second, approver, provinceId } = await setUp(database);
			expect(await submit(first, 10, { clientId, basedOn: 0 })).toBe(1);
			expect(await submit(first, 10, { clientId: clientId.toUpperCase(), basedOn: 0 })).toBe(1);
			expect(await database.$count(reportRevision)).toBe(1);
			expect(await submit(second, 10, { clientId })).toMatchObject([{ rule: 'clientIdReused' }]);
			const other = { ...approver, grants: [{ role: 'reporter', unitId: provinceId } as const] };
			expect(await submit(first, 11, { clientId }, other)).toBe(2);
		}));

	it('compares each month of a batch with the latest before it, in whatever order they came', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, reporter } = await setUp(database);
			const send = async (unit: string, figures: [month: string, able: number][]) =>
				(
					await submitReports(
						database,
						reporter,
						figures.map(([month, able]) => reportOf(unit, month, able, 100)),
						{ channel: 'api', now },
					)
				).map((result) =>
					result.status === 'accepted'
						? [result.period, result.revision]
						: [result.period, ...result.problems.map(({ numbers }) => numbers)],
				);
			// March falls below February, though not below January.
			for (const order of [
				['2026-01', '2026-03', '2026-02'],
				['2026-03', '2026-02', '2026-01'],
				['2026-02', '2026-01', '2026-03'],
			]) {
				const able = new Map([
					['2026-01', 20],
					['2026-02', 40],
					['2026-03', 30],
				]);
				const results = await send(
					first,
					order.map((month) => [month, able.get(month) ?? 0]),
				);
				expect(results.map(([month]) => month)).toEqual(order);
				const march = results.find(([month]) => month === '2026-03');
				expect(march).toContainEqual({ value: 30, limit: 40 });
			}
			const growing = await send(second, [
				['2026-03', 40],
				['2026-Q1', 10],
				['2026-01', 20],
				['2026-02', 30],
			]);
			expect(growing).toEqual([
				['2026-03', 1],
				['2026-Q1', 1],
				['2026-01', 1],
				['2026-02', 1],
			]);
		}));

	it('refuses one client id for two reports of a batch', () =>
		rolledBack(handle(), async (database) => {
			const { first, second, reporter } = await setUp(database);
			const inputs = [first, second].map((unit) => ({
				...reportOf(unit, period, 10, 100),
				clientId,
			}));
			const results = await submitReports(database, reporter, inputs, { channel: 'file', now });
			expect(results.map(({ status }) => status)).toEqual(['accepted', 'rejected']);
		}));

	it('keeps where the figures came from and what was said about them', () =>
		rolledBack(handle(), async (database) => {
			const { submit, first, reporter } = await setUp(database);
			const explanations = [{ field: 'householdSkills.allFive', text: 'Đã rà soát từng hộ' }];
			await submit(first, 10, { source: 'phone', explanations });
			await submit(first, 10);
			const { revisions } = await readReport(database, reporter, { unit: first, period });
			expect(revisions).toMatchObject([
				{ source: 'self', explanations: [], channel: 'offline' },
				{ source: 'phone', explanations, channel: 'offline' },
			]);
			const short = { field: 'householdSkills.allFive', text: 'ừ' };
			expect(await submit(first, 10, { explanations: [short] })).toMatchObject([
				{ field: 'explanations.householdSkills.allFive', rule: 'schema.min_length' },
			]);
		}));

	it('holds against entries that arrive at the same moment', async () => {
		const { submit, first, second } = await setUp(handle().database, '97');
		const bases = await Promise.all(
			[10, 11, 12].map((able) => submit(first, able, { basedOn: 0 })),
		);
		expect(bases.filter((result) => result === 1)).toHaveLength(1);
		expect(bases.flat().filter((result) => typeof result === 'object')).toHaveLength(2);
		const resent = await Promise.all([1, 2, 3].map(() => submit(second, 10, { clientId })));
		expect(resent).toEqual([1, 1, 1]);
	});
});
