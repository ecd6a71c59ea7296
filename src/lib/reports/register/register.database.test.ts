import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import type { Actor } from '../../contracts/accounts';
import type { ReportChannel } from '../../contracts/reports';
import { readRegisterLimits } from '../../coverage/register-limits.server';
import { syncCatalogue } from '../../indicators/sync.server';
import type { Database } from '../../server/db/client';
import { deadlineVersion, householdRegister } from '../../server/db/schema';
import { InvalidError } from '../../server/errors';
import { readEntryWork } from '../entry/read-work.server';
import { enteredReport } from '../form/form';
import { readReportForm } from '../form/read-report-form.server';
import { submitByForm } from '../form/submit-by-form.server';
import { previewReports } from '../intake/preview.server';
import { submitReports } from '../intake/submit.server';
import { readVersions } from '../periods/deadline-versions.server';
import { explainRegister } from './explain.server';
import { withdrawExplanation } from './withdraw.server';

const period = '2026-10';
const now = new Date('2026-10-20T03:00:00Z');
const october = { startsOn: '2026-10-01', endsOn: '2026-10-31' };
const reason = 'Khu dân cư mới, danh sách chưa kịp cập nhật';

async function setUp(database: Database) {
	await syncCatalogue(database);
	const province = await makeProvince(database, { communes: 2, villages: 2 });
	const [commune, other] = province.communes;
	const [village, neighbour] = commune?.villages ?? [];
	if (!commune || !other || !village || !neighbour) throw new Error('two communes, two villages');
	const register = (unitId: number, households: number | null) =>
		database.insert(householdRegister).values({ unitId, year: 2026, source: 'thử', households });
	await register(village.id, 100);
	const send = async (households: number, channel: ReportChannel = 'api') => {
		const input = reportOf(village.code, period, 10, households);
		const [result] = await submitReports(database, province.reporter, [input], { channel, now });
		return result?.status === 'rejected' ? result.problems.map(({ rule }) => rule) : [];
	};
	return {
		...province,
		...{ commune, other, village, neighbour, register, send },
		administrator: await makeAccount(database, 'admin', 'administrator', province.provinceId),
		ofCommune: await makeAccount(database, 'admin-xa', 'administrator', commune.id),
	};
}

const problemsOf = async (doing: Promise<unknown>): Promise<string[]> => {
	try {
		await doing;
		return [];
	} catch (error) {
		if (error instanceof InvalidError) return error.problems.map(({ rule }) => rule);
		return [error instanceof Error ? error.constructor.name : 'thrown'];
	}
};

describeDatabase('more households than on the register', (handle) => {
	it('are refused by every channel, with the place and both numbers', () =>
		rolledBack(handle(), async (database) => {
			const { village, reporter, send } = await setUp(database);
			for (const channel of ['form', 'api', 'file', 'offline'] as const)
				expect(await send(111, channel)).toEqual(['aboveRegister']);
			const input = reportOf(village.code, period, 10, 111);
			const [preview] = await previewReports(database, reporter, [input], now);
			expect(preview).toMatchObject({
				state: 'wrong',
				problems: [
					{
						rule: 'aboveRegister',
						numbers: { value: 111, limit: 100 },
						place: { kind: 'thon', name: 'Thôn 1' },
					},
				],
			});
			const entered = enteredReport({ householdSkills: input.householdSkills, values: {} });
			const codes = { unit: village.code, period };
			expect(await submitByForm(database, reporter, codes, entered, now)).toMatchObject({
				ok: false,
				problems: [{ field: 'householdSkills.households', rule: 'aboveRegister' }],
			});
			expect(await send(110)).toEqual([]);
		}));

	it('are taken in once the level above explained them, up to its number, until it takes that back', () =>
		rolledBack(handle(), async (database) => {
			const { village, administrator, ofCommune, reporter, approver, send } = await setUp(database);
			const shownTo = async (actor: Actor) => {
				const codes = { unit: village.code, period };
				return (await readReportForm(database, actor, codes, 'vi')).register;
			};
			await explainRegister(database, ofCommune, village.id, { households: '150', reason }, now);
			expect(await send(151)).toEqual(['aboveRegister']);
			expect(await send(150)).toEqual([]);
			const said = { households: 150, reason, by: 'admin-xa', at: '2026-10-20T03:00:00Z' };
			for (const actor of [reporter, approver])
				expect(await shownTo(actor)).toMatchObject({
					limit: { register: 100, limit: 150, explained: 150, reason },
					explanations: [{ ...said, withdrawn: null }],
				});
			const phone = await readEntryWork(database, reporter, { locale: 'vi', now });
			const carried = phone.reports.find(({ unit }) => unit.code === village.code);
			expect(carried?.register).toMatchObject({ register: 100, explained: 150, reason });
			const id = (await shownTo(reporter)).explanations[0]?.id ?? 0;
			const withdraw = () =>
				withdrawExplanation(database, administrator, { unitId: village.id, id }, now);
			await withdraw();
			expect(await send(150)).toEqual(['aboveRegister']);
			expect(await problemsOf(withdraw())).toEqual(['NotFoundError']);
			expect((await shownTo(approver)).explanations).toMatchObject([
				{ ...said, withdrawn: { by: 'admin', at: '2026-10-20T03:00:00Z' } },
			]);
		}));

	it('are explained by an administrator above the unit alone, with a reason and more than the register', () =>
		rolledBack(handle(), async (database) => {
			const { commune, village, neighbour, administrator, ofCommune, reporter, register } =
				await setUp(database);
			await register(commune.id, 200);
			const given = { households: '250', reason };
			const explain = (...[actor, unitId, entered]: [typeof reporter, number, typeof given]) =>
				problemsOf(explainRegister(database, actor, unitId, entered, now));
			expect(await explain(ofCommune, commune.id, given)).toEqual(['ForbiddenError']);
			expect(await explain(reporter, village.id, given)).toEqual(['ForbiddenError']);
			expect(await explain(administrator, commune.id, { ...given, households: '200' })).toEqual([
				'households',
			]);
			expect(await explain(administrator, commune.id, { households: 'x', reason: '' })).toEqual([
				'households',
				'reason',
			]);
			expect(await explain(administrator, neighbour.id, given)).toEqual(['noRegister']);
			expect(await explain(administrator, commune.id, { ...given, households: '1.250' })).toEqual(
				[],
			);
		}));

	it('are known of a commune by its villages only when all of them have a number', () =>
		rolledBack(handle(), async (database) => {
			const { commune, other, neighbour, register } = await setUp(database);
			const limitOf = async () =>
				(await readRegisterLimits(database, [commune.id, other.id], october)).get(commune.id);
			expect(await limitOf()).toBeUndefined();
			await register(neighbour.id, 50);
			expect(await limitOf()).toMatchObject({ register: 150, limit: 165 });
			await register(commune.id, 140);
			expect(await limitOf()).toMatchObject({ register: 140, limit: 154 });
		}));

	it('are allowed to a commune by what was explained of its villages, each place once', () =>
		rolledBack(handle(), async (database) => {
			const { commune, provinceId, village, neighbour, administrator, register } =
				await setUp(database);
			await register(neighbour.id, 50);
			const limitsOf = async () => {
				const limits = await readRegisterLimits(database, [provinceId, commune.id], october);
				return [limits.get(commune.id)?.limit, limits.get(commune.id)?.explained];
			};
			expect(await limitsOf()).toEqual([165, null]);
			const explain = (unitId: number, households: string) =>
				explainRegister(database, administrator, unitId, { households, reason }, now);
			await explain(village.id, '180');
			expect(await limitsOf()).toEqual([230, 230]);
			await explain(neighbour.id, '70');
			expect(await limitsOf()).toEqual([250, 250]);
			await explain(commune.id, '240');
			expect(await limitsOf()).toEqual([250, 250]);
			await explain(commune.id, '300');
			expect(await limitsOf()).toEqual([300, 300]);
		}));

	it('are judged by the margin of the nearest rules in force', () =>
		rolledBack(handle(), async (database) => {
			const { commune, provinceId, village, send } = await setUp(database);
			const [first] = await readVersions(database);
			if (!first) throw new Error('the first version comes with the database');
			const { id: _, ...rules } = first;
			await database.insert(deadlineVersion).values([
				{ ...rules, unitId: provinceId, validFrom: '2026-10-01', registerMarginPercent: 50 },
				{ ...rules, unitId: commune.id, validFrom: '2026-10-01', registerMarginPercent: 20 },
			]);
			const limits = await readRegisterLimits(database, [village.id], october);
			expect(limits.get(village.id)?.limit).toBe(120);
			expect(await send(120)).toEqual([]);
			expect(await send(121)).toEqual(['aboveRegister']);
		}));
});
