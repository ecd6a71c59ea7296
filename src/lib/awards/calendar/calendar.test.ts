import { LunarCalendar } from '@dqcai/vn-lunar';
import { describe, expect, it } from 'vitest';
import { usualSettings } from '../../contracts/awards/seasons';
import { addDays } from '../../contracts/local-time';
import { holidayYears } from './holidays';
import { writeCalendar } from './ics';
import { commentWindow, costOf, planSteps, warningsOn } from './plan';
import { isWorkingDay, workingDaysBefore } from './working-days';

const years = Object.keys(holidayYears).map(Number);
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
const isWeekend = (day: string) => weekday(day) === 0 || weekday(day) === 6;

/** A lunar day of a year as the almanac has it, by looking through the year's first months. */
function lunarDay(year: number, month: number, date: number): string {
	for (let day = `${year}-01-01`; day < `${year}-06-01`; day = addDays(day, 1)) {
		const [, solarMonth, solarDate] = day.split('-').map(Number);
		const lunar = LunarCalendar.fromSolar(solarDate ?? 0, solarMonth ?? 0, year).lunarDate;
		if (lunar.day === date && lunar.month === month && !lunar.leap) return day;
	}
	throw new Error('The almanac has no such day.');
}

/** The law's days off of a year: five of Tết from its eve, two of National Day, and what makes up for weekends. */
function lawfulDaysOff(year: number): string[] {
	const eve = addDays(lunarDay(year, 1, 1), -1);
	const holidays = [
		...[[`${year}-01-01`], [0, 1, 2, 3, 4].map((days) => addDays(eve, days))],
		...[[lunarDay(year, 3, 10)], [`${year}-04-30`, `${year}-05-01`]],
		[`${year}-09-01`, `${year}-09-02`],
	];
	return holidays.flatMap((days) => {
		const made: string[] = [];
		let next = days.at(-1) ?? '';
		for (const day of days) {
			if (!isWeekend(day)) made.push(day);
			else {
				do next = addDays(next, 1);
				while (isWeekend(next));
				made.push(next);
			}
		}
		return made;
	});
}

describe('holidays', () => {
	it('are kept for 2024 to 2030, each with a source', () => {
		expect(years).toEqual([2024, 2025, 2026, 2027, 2028, 2029, 2030]);
		for (const { source } of Object.values(holidayYears)) expect(source).not.toBe('');
	});

	it.each(years)(
		'of %i are days from Monday to Friday, and its exchanged ones Saturdays',
		(year) => {
			const { off, swaps } = holidayYears[year] ?? { off: [], swaps: [] };
			for (const day of off) expect([day, isWeekend(day)]).toEqual([day, false]);
			for (const { worked: day } of swaps) expect([day, weekday(day)]).toEqual([day, 6]);
			expect(off).toEqual([...off].sort());
		},
	);

	it.each(years)('of %i fall on the lunar days that the almanac has', (year) => {
		const { off, decided } = holidayYears[year] ?? { off: [], decided: true };
		const lawful = lawfulDaysOff(year);
		if (!decided) expect(off).toEqual(lawful.sort());
		for (const day of [lunarDay(year, 1, 1), lunarDay(year, 3, 10)])
			expect([day, isWorkingDay(day)]).toEqual([day, false]);
	});

	it('follow the almanac of Vietnam, which in 2030 has Tết a day before that of China', () => {
		expect(lunarDay(2030, 1, 1)).toBe('2030-02-02');
	});
});

describe('working days', () => {
	it('leave out weekends and holidays, and count exchanged Saturdays', () => {
		expect(workingDaysBefore('2026-09-03', 1)).toBe('2026-08-28');
		expect(workingDaysBefore('2026-08-24', 1)).toBe('2026-08-22');
		expect(workingDaysBefore('2026-02-23', 1)).toBe('2026-02-13');
	});
});

describe('the calendar', () => {
	const steps = planSteps(2026, usualSettings);

	it('counts back from 10/10', () => {
		expect(steps).toEqual([
			{ step: 'freeze', on: '2026-08-07' },
			{ step: 'attestation', on: '2026-08-14' },
			{ step: 'nominations', on: '2026-08-21' },
			{ step: 'vote', on: '2026-08-27' },
			{ step: 'submission', on: '2026-09-03' },
			{ step: 'decision', on: '2026-10-08' },
			{ step: 'ceremony', on: '2026-10-10' },
		]);
	});

	it('says what it costs: the third quarter comes too late, since the freeze falls in August', () => {
		const cost = costOf(steps, { settings: usualSettings, countsUntil: '2026-09-30' });
		expect(cost).toMatchObject({
			missedQuarter: { year: 2026, quarter: 3 },
			lastQuarter: { year: 2026, quarter: 2 },
			...{ unknownYears: [], undecidedYears: [], lostDays: 54 },
		});
		const quick = planSteps(2026, { ...usualSettings, appraisalDays: 0, councilDays: 0 });
		const short = { ...usualSettings, appraisalDays: 0, councilDays: 0 };
		expect(costOf(quick, { settings: short, countsUntil: '2026-06-30' }).freezeOn).toBe(
			quick[0]?.on,
		);
	});

	it('warns of a year that it knows no holidays of, and of one not decided yet', () => {
		const about = { settings: usualSettings, countsUntil: '2031-06-30' };
		expect(costOf(planSteps(2031, usualSettings), about).unknownYears).toEqual([2031]);
		expect(costOf(planSteps(2028, usualSettings), about).undecidedYears).toEqual([2028]);
	});

	it('counts back from another day where the season has it, and from the last of a shorter month', () => {
		const later = { ...usualSettings, ceremonyMonth: 11, ceremonyDay: 31 };
		expect(planSteps(2026, later).at(-1)).toEqual({ step: 'ceremony', on: '2026-11-30' });
	});

	it('asks for comments once nominations are closed, for the days set, and not beyond the decision', () => {
		expect(commentWindow(2026, usualSettings)).toEqual({ from: '2026-08-22', until: '2026-08-31' });
		expect(commentWindow(2026, { ...usualSettings, commentDays: 90 })?.until).toBe('2026-10-08');
		expect(commentWindow(2026, { ...usualSettings, commentDays: 0 })).toBeNull();
		expect(commentWindow(2026, { ...usualSettings, publishShortlist: 0 })).toBeNull();
	});

	it('warns of a year with an exchanged day that no paper was found for', () => {
		const about = { settings: usualSettings, countsUntil: '2026-06-30' };
		expect(costOf(planSteps(2026, usualSettings), about).unconfirmedYears).toEqual([2026]);
		expect(costOf(planSteps(2024, usualSettings), about).unconfirmedYears).toEqual([]);
		for (const { swaps, off } of Object.values(holidayYears))
			for (const swap of swaps) expect(off).toContain(swap.off);
	});

	it('warns of the next step when it is near', () => {
		expect(warningsOn('2026-07-01', steps)).toEqual([]);
		expect(warningsOn('2026-08-05', steps)).toMatchObject([
			{ step: 'freeze', state: 'soon', days: 2 },
		]);
		expect(warningsOn('2026-08-14', steps)).toMatchObject([
			{ step: 'freeze', state: 'passed', days: 7 },
			{ step: 'attestation', state: 'today', days: 0 },
		]);
		expect(warningsOn('2026-10-11', steps)).toEqual([]);
	});
});

it('the calendar file has whole days, lines of at most 75 bytes, and marks escaped', () => {
	const file = writeCalendar(
		planSteps(2026, usualSettings),
		{ title: 'Xét tặng; Bằng khen, ngày Chuyển đổi số quốc gia năm 2026', nameOf: (step) => step },
		{ seasonId: 7, host: 'nhipso.example.vn', now: new Date('2026-03-01T01:02:03Z') },
	);
	const lines = file.split('\r\n');
	expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
	expect(file.replaceAll('\r\n ', '')).toContain(
		'SUMMARY:freeze – Xét tặng\\; Bằng khen\\, ngày Chuyển đổi số quốc gia năm 2026',
	);
	expect(file).toContain('DTSTART;VALUE=DATE:20260807\r\nDTEND;VALUE=DATE:20260808');
	expect(file).toContain('DTSTAMP:20260301T010203Z');
	expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(7);
});
