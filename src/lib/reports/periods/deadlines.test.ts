import { describe, expect, it } from 'vitest';
import {
	dueInstant,
	firstDueDays,
	isOnTime,
	latestDueMonth,
	parsePeriod,
	reportingLevels,
} from './deadlines';

const period = (code: string) => {
	const parsed = parsePeriod(code);
	if (!parsed) throw new Error(code);
	return parsed;
};

describe('parsePeriod', () => {
	it.each([
		['2026-10', '2026-10-01', '2026-10-31'],
		['2024-02', '2024-02-01', '2024-02-29'],
		['2026-12', '2026-12-01', '2026-12-31'],
		['2026-Q1', '2026-01-01', '2026-03-31'],
		['2026-Q4', '2026-10-01', '2026-12-31'],
		['2026', '2026-01-01', '2026-12-31'],
	])('%s runs from %s to %s', (code, startsOn, endsOn) => {
		expect(parsePeriod(code)).toMatchObject({ startsOn, endsOn });
	});

	it.each([
		...['2026-13', '2026-00', '2026-Q5', '202', '26-10', '2026-1', ''],
		...['0001', '9999-12', '9999-Q4', '1999-12'],
	])('refuses %j', (code) => {
		expect(parsePeriod(code)).toBeUndefined();
	});
});

describe('dueInstant', () => {
	it('is the first moment of a day in Vietnam: a commune’s comes before that of whoever sums up', () => {
		expect(dueInstant(period('2026-10'), 'commune').toISOString()).toBe('2026-10-26T17:00:00.000Z');
		expect(dueInstant(period('2026-10'), 'district').toISOString()).toBe(
			'2026-10-27T17:00:00.000Z',
		);
	});

	it('is the first moment of day 20 of the last month for a district and a quarter', () => {
		expect(dueInstant(period('2026-Q3'), 'district').toISOString()).toBe(
			'2026-09-19T17:00:00.000Z',
		);
	});

	it('rises with the level and lies inside the period, February too', () => {
		for (const code of ['2026-02', '2024-02', '2026-10', '2026-Q1']) {
			const instants = reportingLevels.map((level) => dueInstant(period(code), level).getTime());
			expect(instants).toEqual([...instants].sort((a, b) => a - b));
			expect(instants[0]).toBeLessThan(instants[1] ?? 0);
			const end = new Date(`${period(code).endsOn}T24:00:00+07:00`).getTime();
			expect(instants.at(-1)).toBeLessThanOrEqual(end);
		}
	});
});

describe('latestDueMonth', () => {
	it('turns to the month at the moment its deadline passes', () => {
		expect(latestDueMonth(new Date('2026-10-26T16:59:59.999Z'))).toBe('2026-09');
		expect(latestDueMonth(new Date('2026-10-26T17:00:00Z'))).toBe('2026-10');
		expect(latestDueMonth(new Date('2026-01-05T00:00:00Z'))).toBe('2025-12');
	});
});

describe('isOnTime', () => {
	const due = new Date('2026-10-27T17:00:00Z');
	const at = (iso: string) => new Date(iso);

	it('is strict: received before the due instant', () => {
		expect(isOnTime(at('2026-10-27T16:59:59.999Z'), due)).toBe(true);
		expect(isOnTime(due, due)).toBe(false);
	});

	it('is not lost by a correction after the deadline', () => {
		expect(isOnTime(at('2026-11-20T00:00:00Z'), due, { onTime: true, returnedAt: null })).toBe(
			true,
		);
	});

	it('is not won back by a correction of a late report', () => {
		expect(isOnTime(at('2026-11-20T00:00:00Z'), due, { onTime: false, returnedAt: null })).toBe(
			false,
		);
	});

	it('survives a return that is answered within three days, not one later', () => {
		const returned = { onTime: true, returnedAt: at('2026-10-29T00:00:00Z') };
		expect(isOnTime(at('2026-11-01T00:00:00Z'), due, returned)).toBe(true);
		expect(isOnTime(at('2026-11-01T00:00:01Z'), due, returned)).toBe(false);
	});
});

it('gives each level earlier days than the one above it that sums up', () => {
	for (const { village, commune, district } of Object.values(firstDueDays)) {
		expect(village).toBeLessThan(commune ?? 0);
		expect(commune).toBeLessThan(district ?? 0);
	}
});
