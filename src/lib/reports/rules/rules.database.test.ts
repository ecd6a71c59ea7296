import { expect, it } from 'vitest';
import { describeDatabase, rolledBack } from '../../../../tests/database';
import { makeAccount, makeProvince, reportOf } from '../../../../tests/database/province';
import { syncCatalogue } from '../../indicators/sync.server';
import type { Database } from '../../server/db/client';
import { auditLog } from '../../server/db/schema';
import { InvalidError } from '../../server/errors';
import { findPeriods, makeCurrentPeriods } from '../periods/periods.server';
import { submitReports } from '../intake/submit.server';
import { addAdHoc } from './add-ad-hoc.server';
import { addException } from './add-exception.server';
import { addVersion } from './add-version.server';
import { readRules } from './read-rules.server';
import { dueFields } from './schemas';

const now = new Date('2026-10-20T03:00:00Z');

async function setUp(database: Database) {
	await syncCatalogue(database);
	const province = await makeProvince(database, { communes: 2, villages: 1 });
	const [first, second] = province.communes;
	if (!first || !second) throw new Error('two communes');
	const administrator = await makeAccount(
		database,
		'quantri',
		'administrator',
		province.provinceId,
	);
	const ofCommune = await makeAccount(database, 'quantri-xa', 'administrator', first.id);
	const version = {
		unitId: String(province.provinceId),
		validFrom: '2026-12-01',
		clause: 'Kế hoạch số 1, mục 2',
		...Object.fromEntries(dueFields.map(({ name }) => [name, '20'])),
		'due.month.province': '',
		cutOffDay: '',
		returnGraceDays: '5',
		lockAfterDays: '1',
		remindDaysBefore: '3, 1',
		remindDaysAfter: '',
		escalateAfterDays: '5',
	};
	const submit = async (unit: string, period: string, at: Date) => {
		const [result] = await submitReports(
			database,
			province.reporter,
			[reportOf(unit, period, 10, 100)],
			{ channel: 'form', now: at },
		);
		return result?.status === 'rejected' ? result.problems[0]?.rule : result?.status;
	};
	return { ...province, first, second, administrator, ofCommune, version, submit };
}

const ruleOf = async (work: Promise<unknown>): Promise<string | undefined> => {
	try {
		await work;
		return 'done';
	} catch (error) {
		if (!(error instanceof InvalidError)) return error instanceof Error ? error.name : 'thrown';
		return error.problems.map(({ field, rule }) => `${field} ${rule}`).join(', ');
	}
};

describeDatabase('the rules of deadlines', (handle) => {
	it('get a new version from a day on, which no running period feels', () =>
		rolledBack(handle(), async (database) => {
			const { administrator, version, provinceId } = await setUp(database);
			await makeCurrentPeriods(database, now);
			const due = async (code: string) =>
				(await findPeriods(database, [code], provinceId)).get(code)?.due;
			const before = await due('2026-10');
			expect(
				await ruleOf(addVersion(database, administrator, { ...version, validFrom: '2026-10-01' })),
			).toBe('validFrom periodsMade');
			expect(await ruleOf(addVersion(database, administrator, version))).toBe('done');
			expect(await ruleOf(addVersion(database, administrator, version))).toBe(
				'validFrom versionExists',
			);
			expect(await due('2026-10')).toEqual(before);
			const askFor = (smallestRange: string) =>
				ruleOf(
					addVersion(database, administrator, {
						...version,
						smallestRange,
						validFrom: '2027-02-01',
					}),
				);
			expect(await askFor('4')).toMatch(/^smallestRange/);
			expect(await askFor('31')).toMatch(/^smallestRange/);
			expect(await askFor('12')).toBe('done');
			expect(await due('2026-12')).toMatchObject({
				village: '2026-12-19T17:00:00.000Z',
				province: '2026-12-31T17:00:00.000Z',
			});
			expect(await due('2026-11')).toMatchObject({ village: '2026-11-24T17:00:00.000Z' });
			const { versions } = await readRules(database, administrator, now);
			expect(versions.map(({ smallestRange }) => smallestRange)).toEqual([12, 5, 5]);
			expect(versions.map(({ lockAfterDays }) => lockAfterDays)).toEqual([1, 1, null]);
			expect((await database.select().from(auditLog)).map(({ action }) => action)).toContain(
				'deadlines.add',
			);
		}));

	it('are refused with the field that is wrong, and to whoever administers another unit', () =>
		rolledBack(handle(), async (database) => {
			const { administrator, ofCommune, version } = await setUp(database);
			const rule = (given: object) =>
				ruleOf(addVersion(database, administrator, { ...version, ...given }));
			expect(await rule({ 'due.month.village': '29' })).toMatch(/^due.month.village /);
			expect(await rule({ remindDaysBefore: 'ba' })).toBe('remindDaysBefore schema.regex');
			expect(await rule({ clause: '' })).toBe('clause schema.min_length');
			expect(await ruleOf(addVersion(database, ofCommune, version))).toBe('Error');
		}));

	it('close a month, and an exception opens it for one commune until its day', () =>
		rolledBack(handle(), async (database) => {
			const { administrator, ofCommune, version, first, second, submit } = await setUp(database);
			await addVersion(database, administrator, version);
			const late = new Date('2026-12-28T00:00:00Z');
			const village = first.villages[0]?.code ?? '';
			expect(await submit(village, '2026-12', late)).toBe('locked');
			const exception = {
				unit: first.code,
				period: '2026-12',
				until: '2026-12-30T12:00',
				reason: 'mất điện nhiều ngày',
			};
			expect(
				await ruleOf(addException(database, administrator, { ...exception, reason: '' }, late)),
			).toBe('reason schema.min_length');
			expect(
				await ruleOf(
					addException(database, administrator, { ...exception, period: '2027-01' }, late),
				),
			).toBe('period periodNotBegun');
			expect(
				await ruleOf(addException(database, ofCommune, { ...exception, unit: second.code }, late)),
			).toBe('Error');
			expect(await ruleOf(addException(database, administrator, exception, late))).toBe('done');
			expect(await submit(village, '2026-12', late)).toBe('accepted');
			expect(await submit(second.villages[0]?.code ?? '', '2026-12', late)).toBe('locked');
			expect(await submit(village, '2026-12', new Date('2026-12-30T05:00:00Z'))).toBe('locked');
		}));

	it('let an ad hoc report be asked of the units below one', () =>
		rolledBack(handle(), async (database) => {
			const { ofCommune, administrator, first, second, submit } = await setUp(database);
			const adHoc = {
				unitId: String(first.id),
				code: 'lua-dao-01',
				title: 'Rà soát lừa đảo trực tuyến',
				startsOn: '2026-10-15',
				endsOn: '2026-10-25',
				due: '2026-10-24T17:00',
			};
			expect(await ruleOf(addAdHoc(database, ofCommune, { ...adHoc, code: '2026-10' }))).toBe(
				'code schema.regex',
			);
			expect(await ruleOf(addAdHoc(database, ofCommune, { ...adHoc, endsOn: '2026-10-01' }))).toBe(
				'endsOn schema.partial_check',
			);
			expect(await ruleOf(addAdHoc(database, ofCommune, adHoc))).toBe('done');
			expect(await ruleOf(addAdHoc(database, administrator, adHoc))).toBe('code codeTaken');
			expect(await submit(first.villages[0]?.code ?? '', 'LUA-DAO-01', now)).toBe('accepted');
			expect(await submit(second.villages[0]?.code ?? '', 'LUA-DAO-01', now)).toBe('notAsked');
			expect(await submit(first.villages[0]?.code ?? '', 'KHONG-CO', now)).toBe('periodNotBegun');
			expect((await readRules(database, ofCommune, now)).adHoc).toMatchObject([
				{ code: 'LUA-DAO-01', unit: { code: first.code } },
			]);
		}));
});
