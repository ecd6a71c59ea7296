import { expect, it } from 'vitest';
import type { ExaminedReport, FlagCode } from '../../contracts/awards/flags';
import { usualSettings, type SeasonSettings } from '../../contracts/awards/seasons';
import { seeded } from '../../contracts/numbers/seeded';
import { detector, type FreezeMoment } from './detect';
import { flagLimitsOf } from './limits';

const when = { lastMonth: '2026-07', freezeAt: '2026-08-15T00:00:00Z' };
const detectFlags = (
	reports: readonly ExaminedReport[],
	moment: FreezeMoment,
	settings: Partial<SeasonSettings> = {},
) => {
	const limits = flagLimitsOf({ ...usualSettings, ...settings });
	const { unitIds, flagsOf } = detector(reports, moment, limits);
	return unitIds.flatMap(flagsOf);
};
let reportId = 0;
const report = (given: Partial<ExaminedReport> = {}): ExaminedReport => ({
	...{ reportId: (reportId += 1), unitId: 1, month: '2026-06', households: 200, able: 100 },
	...{ figures: {}, cumulative: [], activities: 1, activitiesAbove: 0, enteredBy: null },
	...{ correctedAt: [], mostHouseholds: null, ...given },
});
const codes = (...reports: ExaminedReport[]): FlagCode[] =>
	detectFlags(reports, when).map(({ code }) => code);
const named = (counts: readonly number[]): Record<string, number> =>
	Object.fromEntries(counts.map((count, index) => [`count${index}`, count]));

it('finds a jump in the last month before the freeze and a reversal after it', () => {
	const [before, last, after] = [
		report(),
		report({ month: '2026-07', able: 160 }),
		report({ month: '2026-08', able: 100 }),
	];
	expect(detectFlags([after, before, last], when)).toEqual([
		{
			...{ code: 'jumpBeforeFreeze', unitId: 1 },
			cases: [{ reportIds: [before.reportId, last.reportId], evidence: { from: 0.5, to: 0.8 } }],
		},
		{
			...{ code: 'reversalAfterFreeze', unitId: 1 },
			cases: [{ reportIds: [last.reportId, after.reportId], evidence: { from: 0.8, to: 0.5 } }],
		},
	]);
	expect(codes(report({ month: '2026-05' }), report({ able: 160 }))).toEqual([]);
	expect(codes(before, last)).toEqual(['jumpBeforeFreeze']);
});

it('takes no gain of several months, one of them left out, for a jump or a reversal of one', () => {
	const last = report({ month: '2026-07', able: 160 });
	expect(codes(report({ month: '2026-05' }), last)).toEqual([]);
	expect(codes(last, report({ month: '2026-09', able: 100 }))).toEqual([]);
});

it('finds round numbers and other last digits where they are too many, and not in few counts', () => {
	const round = Array.from({ length: 25 }, (_, index) => 20 + 5 * index);
	expect(codes(report({ figures: named(round) }))).toEqual(['roundNumbers']);
	expect(codes(report({ figures: named(round.slice(0, 24)) }))).toEqual([]);
	const sevens = Array.from(
		{ length: 50 },
		(_, index) => 27 + (index % 2 ? 10 * index : 1000 + index),
	);
	expect(detectFlags([report({ figures: named(sevens) })], when)).toMatchObject([
		{ code: 'lastDigits', cases: [{ evidence: { digit: 7, counts: 50 } }] },
	]);
	expect(codes(report({ figures: named(sevens.slice(0, 49)) }))).toEqual([]);
});

it('counts a figure that stands as it stood once', () => {
	const figures = named([25, 30, 35, 40, 45]);
	const months = ['2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'];
	expect(codes(...months.map((month) => report({ month, figures })))).toEqual([]);
});

it('raises few false alarms: 2,100 teams whose counts grow by chance, over twelve months', () => {
	const random = seeded(8);
	const share = () => random() / 4_294_967_296;
	const all = Array.from({ length: 2100 }, (_, unitId) => {
		const households = 80 + Math.floor(share() * 300);
		const counts = Array.from({ length: 12 }, () => Math.floor(share() * households * 0.3));
		let able = Math.floor(households * 0.3);
		return Array.from({ length: 12 }, (_, index) => {
			able = Math.min(households, able + Math.floor(share() * households * 0.05));
			counts.forEach((count, at) => (counts[at] = count + Math.floor(share() * 9)));
			return report({
				...{ unitId, month: `2026-${String(index + 1).padStart(2, '0')}`, households, able },
				...{ figures: named([households, able, ...counts]), cumulative: ['count2', 'count3'] },
				activities: Math.floor(share() * 3),
			});
		});
	}).flat();
	const found = detectFlags(all, { lastMonth: '2026-12', freezeAt: '2027-01-15T00:00:00Z' });
	expect(found.length).toBeLessThanOrEqual(2);
});

it('finds copies between villages, and of the same months in a row', () => {
	const figures = named([198, 103, 97, 88, 64, 71, 12, 9]);
	const [one, other] = [report({ figures }), report({ unitId: 2, figures })];
	expect(detectFlags([one, other], when)).toMatchObject([
		{ code: 'copies', unitId: 1, cases: [{ reportIds: [one.reportId, other.reportId] }] },
		{ code: 'copies', unitId: 2, cases: [{ reportIds: [other.reportId, one.reportId] }] },
	]);
	const month = (name: string, given = figures) => report({ month: name, figures: given });
	expect(codes(month('2026-05'), month('2026-06'), month('2026-07'))).toEqual(['copies']);
	expect(codes(month('2026-06'), month('2026-07'))).toEqual([]);
	expect(codes(month('2026-04'), month('2026-05', {}), month('2026-06'), month('2026-07'))).toEqual(
		[],
	);
	const empty = named([0, 0, 0, 0, 0, 0, 0, 0]);
	expect(codes(report({ figures: empty }), report({ unitId: 2, figures: empty }))).toEqual([]);
});

it('finds cumulative counts that fall, in which months and how far', () => {
	const months = [40, 38, 44, 30].map((accounts, index) =>
		report({ month: `2026-0${index + 4}`, figures: { accounts }, cumulative: ['accounts'] }),
	);
	expect(detectFlags(months, when)).toMatchObject([
		{
			code: 'fallingCounts',
			cases: [{ evidence: { from: 40, to: 38 } }, { evidence: { from: 44, to: 30 } }],
		},
	]);
});

it('finds counts above the register and above the households', () => {
	expect(codes(report({ mostHouseholds: 180 }))).toEqual(['aboveRegister']);
	expect(codes(report({ able: 210 }))).toEqual(['aboveRegister']);
	expect(codes(report({ mostHouseholds: 200 }))).toEqual([]);
});

it('finds outcome without activity where the log is kept, and activity without outcome', () => {
	const quiet = { activities: 0 };
	const gained = [report(quiet), report({ ...quiet, month: '2026-07', able: 139 })];
	const others = [2, 3, 4, 5].flatMap((unitId) => [
		report({ unitId }),
		report({ unitId, month: '2026-07' }),
	]);
	const later = (given: Partial<ExaminedReport>) => report({ month: '2026-07', ...given });
	expect(codes(...gained, ...others)).toEqual([]);
	const much = [130, 145].map((able, index) =>
		report({ ...quiet, month: `2026-0${index + 6}`, able }),
	);
	const start = report({ ...quiet, month: '2026-05' });
	expect(codes(start, ...much, ...others)).toEqual(['outcomeWithoutActivity']);
	expect(codes(start, ...much, ...others.slice(2))).toEqual([]);
	expect(codes(start, ...much.map((one) => ({ ...one, activitiesAbove: 1 })), ...others)).toEqual(
		[],
	);
	expect(codes(report(), later({ activities: 12 }))).toEqual(['activityWithoutOutcome']);
	expect(codes(report(), later({ activities: 11 }))).toEqual([]);
	expect(codes(report({ able: 200 }), later({ able: 200, activities: 12 }))).toEqual([]);
	expect(codes(report(), later({ activities: 12, able: 110 }))).toEqual([]);
});

it('finds one account that fills in many units’ forms, each with its own reports', () => {
	const many = Array.from({ length: 10 }, (_, unitId) => report({ unitId, enteredBy: 7 }));
	const flags = detectFlags(many, when);
	expect(flags).toHaveLength(10);
	expect(flags[3]).toEqual({
		...{ code: 'oneAccount', unitId: 3 },
		cases: [{ reportIds: [many[3]?.reportId], evidence: { units: 10 } }],
	});
	expect(codes(...many.slice(1))).toEqual([]);
	expect(codes(...many.map((one) => ({ ...one, enteredBy: null })))).toEqual([]);
});

it('finds corrections clustered in the last days', () => {
	const late = ['2026-08-10T00:00:00Z', '2026-08-12T00:00:00Z', '2026-08-14T00:00:00Z'];
	expect(codes(report({ correctedAt: late }))).toEqual(['lateCorrections']);
	const spread = ['2026-05-01', '2026-06-01', '2026-06-11', '2026-07-01'].map(
		(day) => `${day}T00:00:00Z`,
	);
	expect(codes(report({ correctedAt: [...late, ...spread] }))).toEqual([]);
});
