import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeProvince, reportOf } from '../../../../tests/database/province';
import { syncCatalogue } from '../../indicators/sync.server';
import type { Database } from '../../server/db/client';
import { coverage, rollUpSource } from '../../server/db/schema';
import { decideReports } from '../review/decide.server';
import { readReceipt } from '../review/receipt.server';
import { submitReports } from '../intake/submit.server';
import { readOwnFigures } from './own-figures.server';
import { readRollUp } from './read-roll-up.server';
import { codesOf } from './sum';
import { submitRollUp } from './submit-roll-up.server';

const now = new Date('2026-10-20T03:00:00Z');
const period = '2026-10';

async function setUp(database: Database) {
	await syncCatalogue(database);
	const province = await makeProvince(database, { communes: 1, villages: 3 });
	const [commune] = province.communes;
	if (!commune) throw new Error('one commune');
	const { reporter } = province;
	const village = (index: number) => commune.villages[index]?.code ?? '';
	const submit = (unit: string, able: number, extra = {}) =>
		submitReports(database, reporter, [{ ...reportOf(unit, period, able, 100), ...extra }], {
			channel: 'form',
			now,
		});
	const codes = { unit: commune.code, period };
	const read = () => readRollUp(database, reporter, codes, now);
	const send = async (changes: Record<string, string> = {}) => {
		const { sum, basis, missing } = await read();
		const confirmIncomplete = codesOf(missing);
		const entered = { ...sum.entered, basis, confirmIncomplete, ...changes };
		return submitRollUp(database, reporter, codes, entered, now);
	};
	const ableOf = async (unitId: number) => {
		const rows = await database.select().from(coverage).where(eq(coverage.unitId, unitId));
		return rows.map(({ able, base, reports }) => [able[0], base[0], reports]);
	};
	return { ...province, commune, village, submit, codes, read, send, ableOf };
}

describeDatabase("a commune's roll-up", (handle) => {
	it('sums the villages that have reported, shows who is missing, and is counted once', () =>
		rolledBack(handle(), async (database) => {
			const { submit, village, read, send, ableOf, provinceId, reporter, codes } =
				await setUp(database);
			expect(await send()).toMatchObject({ problems: [{ rule: 'rollUpOfNothing' }] });
			await submit(village(0), 60, { values: [{ indicator: 'outreachSessions', value: 2 }] });
			await submit(village(1), 30, { values: [{ indicator: 'outreachSessions', value: 3 }] });
			const { villages, sum } = await read();
			expect(villages.map(({ state, required, counted }) => [state, required, counted])).toEqual([
				['submitted', true, true],
				['submitted', true, true],
				[null, true, false],
			]);
			expect(sum.entered).toMatchObject({
				'householdSkills.households': '200',
				'householdSkills.allFive': '90',
				'values.outreachSessions': '5',
			});
			expect(await send()).toEqual({ revision: 1 });
			expect(await ableOf(provinceId)).toEqual([[90, 200, 1]]);
			expect(await database.$count(rollUpSource)).toBe(2);
			expect((await read()).report.revisions[0]).toMatchObject({
				rolledUpFrom: 2,
				values: { outreachSessions: { value: 5 } },
			});
			const receipt = await readReceipt(database, reporter, codes, undefined);
			expect(receipt).toMatchObject({ number: `${codes.unit}/2026-10/1`, onTime: true });
			expect(receipt.hash).toMatch(/^[0-9a-f]{64}$/);
			expect((await readReceipt(database, reporter, codes, 1)).hash).toBe(receipt.hash);
		}));

	it('asks the commune for what no village is asked for, from what it said last or the registry', () =>
		rolledBack(handle(), async (database) => {
			const { submit, village, read, send } = await setUp(database);
			for (const index of [0, 1, 2]) await submit(village(index), 60);
			const own = async () => readOwnFigures(database, await read(), 'vi');
			const before = await own();
			const asked = before.catalogue.indicators.map(({ code }) => code);
			expect(asked).toEqual(expect.arrayContaining(['teachers', 'villagesRequired']));
			expect(asked).not.toContain('members');
			expect(before.entered['values.villagesRequired']).toBe('3');
			const more = { ...before.entered, 'values.teachers': '40', 'values.teachers.mark': '~' };
			expect(await send(more)).toEqual({ revision: 1 });
			expect((await read()).report.revisions[0]?.values).toMatchObject({
				teachers: { value: 40, qualifier: '~' },
				villagesRequired: { value: 3 },
			});
			expect((await own()).entered).toMatchObject({ 'values.teachers': '40' });
			await submit(village(0), 60, { values: [{ indicator: 'teachers', value: 2 }] });
			expect((await own()).catalogue.indicators.map(({ code }) => code)).not.toContain('teachers');
		}));

	it('says which villages it lacks, and goes in without them only where that was confirmed', () =>
		rolledBack(handle(), async (database) => {
			const { submit, village, read, send } = await setUp(database);
			await submit(village(0), 60);
			const missing = async () => (await read()).missing.map(({ code }) => code);
			expect(await missing()).toEqual([village(1), village(2)]);
			const refused = {
				problems: [
					{
						field: 'confirmIncomplete',
						rule: 'rollUpIncomplete',
						message: expect.stringContaining(`${village(1)} ${village(2)}`) as string,
					},
				],
			};
			expect(await send({ confirmIncomplete: '' })).toEqual(refused);
			expect(await send({ confirmIncomplete: village(2) })).toEqual(refused);
			expect(await send()).toEqual({ revision: 1 });
			await submit(village(1), 30);
			await submit(village(2), 40);
			expect(await missing()).toEqual([]);
			expect(await send({ confirmIncomplete: '' })).toEqual({ revision: 2 });
		}));

	it('lacks a village whose report was returned', () =>
		rolledBack(handle(), async (database) => {
			const { submit, village, read, approver } = await setUp(database);
			for (const index of [0, 1, 2]) await submit(village(index), 60);
			expect((await read()).missing).toEqual([]);
			const about = { unit: village(1), period, revision: 1 };
			const returned = { ...about, decision: 'return', comment: 'đếm lại giúp' } as const;
			await decideReports(database, approver, [returned], now);
			expect((await read()).missing.map(({ code }) => code)).toEqual([village(1)]);
		}));

	it('is corrected only with a reason, and not over a change that came meanwhile', () =>
		rolledBack(handle(), async (database) => {
			const { submit, village, read, send } = await setUp(database);
			await submit(village(0), 60);
			const corrected = { 'householdSkills.allFive': '55' };
			expect(await send(corrected)).toMatchObject({
				problems: [{ field: 'householdSkills.allFive', rule: 'correctionNeedsReason' }],
			});
			expect(await send({ ...corrected, reason: 'thôn đếm hai lần' })).toEqual({ revision: 1 });
			const { basis } = await read();
			await submit(village(0), 61);
			expect(await send({ basis })).toMatchObject({ problems: [{ rule: 'rollUpChanged' }] });
		}));

	it('says that it is outdated once a village says something else', () =>
		rolledBack(handle(), async (database) => {
			const { submit, village, read, send } = await setUp(database);
			await submit(village(0), 60);
			await send();
			expect((await read()).outdated).toBe(false);
			await submit(village(1), 30);
			expect((await read()).outdated).toBe(true);
			await send();
			expect((await read()).outdated).toBe(false);
			await submit(village(0), 62);
			expect((await read()).outdated).toBe(true);
		}));

	it('is for communes, and for those who report for them', () =>
		rolledBack(handle(), async (database) => {
			const { approver, reporter, codes, village } = await setUp(database);
			await expect(readRollUp(database, approver, codes, now)).rejects.toThrow();
			await expect(
				readRollUp(database, reporter, { unit: village(0), period }, now),
			).rejects.toThrow();
		}));
});
