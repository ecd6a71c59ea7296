import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeProvince, reportOf } from '../../../../tests/database/province';
import { unitByCode } from '../../admin-units/home.server';
import { readMeasure } from '../../contracts/coverage';
import { decideReports } from '../../reports/review/decide.server';
import { periodByCode } from '../../reports/periods/periods.server';
import { submitReports } from '../../reports/intake/submit.server';
import type { Database } from '../../server/db/client';
import { changePosition, readChanges } from '../../server/change-log';
import { coverage, householdRegister, team } from '../../server/db/schema';
import { publishStoredReports } from '../publish-stored.server';
import { readCommune } from './read.server';

const reportedAt = new Date('2026-10-20T03:00:00Z');
const afterDue = new Date('2026-11-02T03:00:00Z');

describeDatabase('the page of a commune', (handle) => {
	const setUp = async (database: Database) => {
		const province = await makeProvince(database, { communes: 3, villages: 5 });
		const [commune, ...others] = province.communes;
		if (!commune) throw new Error('three communes');
		const submit = (...reports: [unit: string, able: number, households: number][]) =>
			submitReports(
				database,
				province.reporter,
				reports.map(([unit, able, households]) => reportOf(unit, '2026-10', able, households)),
				{ channel: 'api', now: reportedAt },
			);
		const approve = (...units: string[]) =>
			decideReports(
				database,
				province.approver,
				units.map((unit) => ({
					unit,
					period: '2026-10',
					decision: 'approve',
					revision: 1,
					comment: '',
				})),
				reportedAt,
			);
		const read = async (code: string) => {
			const unit = await unitByCode(database, code, '2026-10-31');
			if (!unit) throw new Error(`There is no ${code}.`);
			const period = await periodByCode(database, '2026-10', null);
			return readCommune(database, unit, period, null, afterDue);
		};
		return { commune, others, submit, approve, read };
	};

	it('counts approved reports alone, and says of each village where it stands', () =>
		rolledBack(handle(), async (database) => {
			const { commune, submit, approve, read } = await setUp(database);
			const [one, two, three, four, five] = commune.villages.map(({ code }) => code);
			if (!one || !two || !three || !four || !five) throw new Error('five villages');
			await submit([one, 60, 100], [two, 30, 50], [three, 10, 40]);
			await approve(one, two);
			await database
				.update(team)
				.set({ closedOn: '2026-10-01' })
				.where(eq(team.unitId, commune.villages[4]?.id ?? 0));
			const page = await read(commune.code);
			expect(page.figures?.able[0]).toBe(90);
			expect(page.figures?.base[0]).toBe(150);
			expect(page.status.reports).toBe(3);
			expect(
				page.villages.map(({ unit, figures, timeliness }) => [
					unit.code,
					figures?.able[0] ?? null,
					timeliness,
				]),
			).toEqual([
				[one, 60, 'onTime'],
				[two, 30, 'onTime'],
				[three, null, 'onTime'],
				[four, null, 'missing'],
				[five, null, 'notRequired'],
			]);
			expect(page.province?.figures?.able[0]).toBe(90);
		}));

	it('holds no small count, and none that would give one away', () =>
		rolledBack(handle(), async (database) => {
			const { commune, submit, approve, read } = await setUp(database);
			const codes = commune.villages.map(({ code }) => code);
			const counts = [3, 60, 30, 40, 50];
			await submit(
				...codes.map((code, index): [string, number, number] => [
					code,
					counts[index] ?? 0,
					100 + index,
				]),
			);
			await approve(...codes);
			const { figures, villages } = await read(commune.code);
			expect(figures?.able[0]).toBe(183);
			expect(villages.map((village) => village.figures?.able[0])).toEqual([null, null, 30, 40, 50]);
		}));

	it('hides of the villages what is hidden of the commune', () =>
		rolledBack(handle(), async (database) => {
			const { commune, others, submit, approve, read } = await setUp(database);
			const [neighbour] = others;
			if (!neighbour) throw new Error('a neighbour');
			const [one, two] = commune.villages.map(({ code }) => code);
			if (!one || !two) throw new Error('two villages');
			// The neighbour has a small count; this commune, with few households, is withheld to protect it.
			await submit([commune.code, 100, 150], [neighbour.code, 2, 300]);
			await approve(commune.code, neighbour.code);
			await submit([one, 60, 100], [two, 30, 50]);
			await approve(one, two);
			const { figures, villages } = await read(commune.code);
			expect(figures?.able[0]).toBeNull();
			expect(villages.map((village) => village.figures?.able[0])).toEqual([
				null,
				null,
				undefined,
				undefined,
				undefined,
			]);
			expect(readMeasure(villages[0]?.figures ?? undefined, 'allFive', null).kind).toBe('hidden');
		}));

	it('lets a small count into the total only together with others', () =>
		rolledBack(handle(), async (database) => {
			const { commune, submit, approve, read } = await setUp(database);
			const [one, two, three, four] = commune.villages.map(({ code }) => code);
			if (!one || !two || !three || !four) throw new Error('four villages');
			const shown = async () => {
				const { figures, province, villages } = await read(commune.code);
				const counts = villages.map((village) => village.figures?.able[0]);
				expect(province?.figures?.able[0]).toBe(figures?.able[0]);
				return [figures?.able[0], figures?.base[0], counts.slice(0, 4)];
			};
			await submit([one, 60, 100], [two, 3, 70], [three, 20, 80], [four, 40, 90]);
			await approve(one);
			expect(await shown()).toEqual([60, 100, [60, undefined, undefined, undefined]]);
			await approve(two);
			expect(await shown()).toEqual([60, 100, [60, null, undefined, undefined]]);
			await approve(three);
			expect(await shown()).toEqual([83, 250, [60, null, null, undefined]]);
			await approve(four);
			expect(await shown()).toEqual([123, 340, [60, null, null, 40]]);
		}));

	it('keeps the sum of the villages where the commune’s own report would tell of one', () =>
		rolledBack(handle(), async (database) => {
			const { commune, submit, approve, read } = await setUp(database);
			const [one, two, three] = commune.villages.map(({ code }) => code);
			if (!one || !two || !three) throw new Error('three villages');
			await submit([one, 60, 100], [two, 3, 70], [three, 20, 80]);
			await approve(one);
			await approve(two);
			await submit([commune.code, 63, 170]);
			await approve(commune.code);
			const before = await read(commune.code);
			expect([before.figures?.able[0], before.figures?.base[0]]).toEqual([60, 100]);
			expect(before.province?.figures?.able[0]).toBe(60);
			await approve(three);
			const after = await read(commune.code);
			expect([after.figures?.able[0], after.figures?.base[0]]).toEqual([83, 250]);
			expect(after.province?.figures?.able[0]).toBe(83);
		}));

	it('hides all until it is decided what is public of reports from before, then says so to screens', () =>
		rolledBack(handle(), async (database) => {
			const { commune, submit, approve, read } = await setUp(database);
			const [one, two, three] = commune.villages.map(({ code }) => code);
			if (!one || !two || !three) throw new Error('three villages');
			await submit([one, 60, 100], [two, 3, 70], [three, 20, 80]);
			await approve(one, two, three);
			const shown = async () => {
				const { figures, province, villages } = await read(commune.code);
				const all = [province?.figures, figures, ...villages.map((village) => village.figures)];
				return all.slice(0, 5).map((one) => one?.able[0]);
			};
			const before = await shown();
			expect(before).toEqual([83, 83, 60, null, null]);
			await database.update(coverage).set({
				publicAble: [],
				publicBase: [],
				waitingMeasures: 0,
				publication: null,
			});
			expect(await shown()).toEqual([null, null, null, null, null]);
			const { lastNumber } = await changePosition(database);
			await publishStoredReports(database);
			expect(await shown()).toEqual(before);
			const { changes, prunedTo } = await readChanges(database, lastNumber, 10);
			expect(changes.map(({ type }) => type)).toEqual(['structure']);
			expect(prunedTo).toBe(lastNumber);
			await publishStoredReports(database);
			expect(await changePosition(database)).toMatchObject({ lastNumber: lastNumber + 1 });
		}));

	it('names the newest register that knows a number', () =>
		rolledBack(handle(), async (database) => {
			const { commune, read } = await setUp(database);
			await database.insert(householdRegister).values([
				{ unitId: commune.id, year: 2019, source: 'census', households: 800 },
				{ unitId: commune.id, year: 2024, source: 'register', households: null },
			]);
			const page = await read(commune.code);
			expect(page.register).toBe(800);
			expect(page.registerSource).toEqual({ year: 2019, source: 'census' });
		}));
});
