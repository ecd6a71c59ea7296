import { expect, it } from 'vitest';
import { bodies } from '../province/bodies';
import { provinceCode } from '../province/identity';
import { calendarOf } from './months';
import { tellOwnReports } from './own-reports';

const now = new Date('2026-11-22T05:00:00Z');
const batches = tellOwnReports(calendarOf(now));
const ofQuarter = batches.find(({ reports }) => reports[0]?.period === '2026-Q3');
const reportersOf = (month: string) =>
	batches.flatMap(({ reports }) =>
		reports.filter(({ period }) => period === month).map(({ unit }) => unit),
	);

it('the province and every organisation report each month before day 28', () => {
	expect(reportersOf('2026-09')).toEqual([provinceCode, ...bodies.map(({ code }) => code)]);
	for (const { at, reports } of batches.slice(0, -1).filter((batch) => batch !== ofQuarter))
		expect(at < new Date(`${reports[0]?.period ?? ''}-27T17:00:00Z`)).toBe(true);
});

it('the province alone reports the newest quarter that is due, before day 20 of its last month', () => {
	expect(reportersOf('2026-Q3')).toEqual([provinceCode]);
	expect(ofQuarter?.at.getTime()).toBeLessThan(Date.parse('2026-09-19T17:00:00Z'));
});

it('of the newest month one is late and waits, and one is missing', () => {
	expect(reportersOf('2026-10')).toHaveLength(bodies.length);
	expect(batches.at(-1)).toMatchObject({ approvedAt: null, at: new Date('2026-10-30T08:00:00Z') });
	expect(batches.at(-1)?.reports.map(({ unit }) => unit)).toEqual([bodies[0]?.code]);
});

it('nothing that stands falls from month to month', () => {
	const trained = batches.flatMap(({ reports }) =>
		reports.flatMap(({ values }) =>
			values.flatMap(({ indicator, value }) =>
				indicator === 'teachersTrained' ? [value ?? 0] : [],
			),
		),
	);
	expect(trained.length).toBeGreaterThan(5);
	expect(trained).toEqual([...trained].sort((one, other) => one - other));
});

it('is told only until now', () => {
	const early = tellOwnReports(calendarOf(new Date('2026-11-28T05:00:00Z')));
	expect(early.every(({ at }) => at <= new Date('2026-11-28T05:00:00Z'))).toBe(true);
	expect(early.at(-1)?.approvedAt).toBeNull();
});
