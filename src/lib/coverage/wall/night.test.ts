import { describe, expect, it } from 'vitest';
import type { Period } from '../../contracts/reports';
import type { Arrival, NightFigures, NightUnit } from '../../contracts/wall';
import { arrivalsOf } from './arrivals';
import { courseOf, nextDeadline, nightAt, paceAt, receivedBy } from './night';

const local = (text: string) => Date.parse(`${text}:00+07:00`);
const iso = (text: string) => new Date(local(text)).toISOString();

const periodOf = (month: string): Period => ({
	...{ id: 1, code: month, kind: 'month', title: null },
	...{ startsOn: `${month}-01`, endsOn: `${month}-28` },
	due: {
		village: iso(`${month}-25T00:00`),
		commune: iso(`${month}-27T00:00`),
		district: iso(`${month}-27T00:00`),
		province: iso(`${month}-28T00:00`),
	},
});
const unit = (id: number, reportsRequired: number): NightUnit => ({
	...{ id, code: String(id), kind: 'xa', name: `Xã ${id}`, within: undefined, reportsRequired },
});
const came = (unitId: number, at: string, given: Partial<Arrival> = {}): Arrival => ({
	...{ unitId, at: local(at), own: false, change: 1, onTime: true, ...given },
});

const units = [unit(1, 2), unit(2, 4), unit(3, 0), unit(4, 1)];
const arrivals = [
	came(1, '2026-11-20T08:00'),
	came(2, '2026-11-21T08:00'),
	came(1, '2026-11-24T09:00'),
	came(1, '2026-11-24T10:00', { change: -1 }),
	came(2, '2026-11-26T09:00', { own: true }),
	came(1, '2026-11-27T00:00', { onTime: false }),
];
const night: NightFigures = {
	period: periodOf('2026-11'),
	...{ units, arrivals },
	own: { dueAt: iso('2026-11-28T00:00'), receivedAt: null },
	before: {
		period: periodOf('2026-10'),
		units: [unit(1, 2), unit(2, 12)],
		arrivals: [came(2, '2026-10-23T08:00', { own: true }), came(1, '2026-10-27T00:00')],
	},
};
const seen = (at: string) => nightAt(night, local(at));

describe('a deadline night', () => {
	it('fills communes as reports come, empties them as some are sent back, and counts none twice', () => {
		expect(seen('2026-11-20T07:59').received).toBe(0);
		expect(seen('2026-11-24T09:30')).toMatchObject({ received: 3, required: 7 });
		expect(seen('2026-11-24T10:30').received).toBe(2);
		// A commune's own report is all four of its villages'.
		expect(seen('2026-11-26T09:00').received).toBe(5);
		expect(seen('2026-11-24T09:30').communes.map(({ state }) => state)).toEqual([
			...['class5', 'class1', 'notRequired', 'none'],
		]);
		expect(seen('2026-11-26T09:00').communes[1]).toMatchObject({
			...{ received: 4, timeliness: 'onTime', state: 'class5' },
		});
	});

	it('is strict: what comes at the deadline itself is late, and what never came is missing', () => {
		const [first, , , last] = seen('2026-11-27T00:00').communes;
		expect(first?.timeliness).toBe('late');
		expect(last).toMatchObject({ timeliness: 'missing', state: 'missing' });
		const [, , , before] = seen('2026-11-26T23:59').communes;
		expect(before).toMatchObject({ timeliness: 'pending', state: 'none' });
	});

	it('names what came last first', () => {
		expect(seen('2026-11-24T10:30').newest.map(({ at }) => at)).toEqual([
			...[local('2026-11-24T09:00'), local('2026-11-21T08:00'), local('2026-11-20T08:00')],
		]);
	});

	it('runs its course as it stood at each instant', () => {
		const course = courseOf(night);
		for (const at of [
			'2026-11-01T00:00',
			'2026-11-22T00:00',
			'2026-11-24T10:00',
			'2026-11-28T00:00',
		])
			expect(receivedBy(course, local(at))).toBe(seen(at).received);
	});

	it('is held against last month at the same hour, of as many as are required now', () => {
		// Then 12 of 14 had come four days before: 6 of 7.
		expect(paceAt(night, local('2026-11-23T08:00'))).toBe(2 - 6);
		expect(paceAt(night, local('2026-11-23T07:59'))).toBe(2);
		expect(paceAt({ ...night, before: null }, local('2026-11-23T08:00'))).toBeNull();
	});

	it('counts down to the level that is due next', () => {
		const next = (at: string) => nextDeadline(night, local(at))?.level ?? null;
		expect(next('2026-11-24T23:59')).toBe('village');
		expect(next('2026-11-25T00:00')).toBe('commune');
		expect(next('2026-11-27T00:00')).toBe('province');
		expect(next('2026-11-28T00:00')).toBeNull();
	});
});

it('a report is there while one of its revisions stands', () => {
	const report = (revisions: [number, number | null][]) => ({
		...{ unitId: 1, own: false, onTime: true },
		revisions: revisions.map(([receivedAt, returnedAt]) => ({ receivedAt, returnedAt })),
	});
	const changes = (revisions: [number, number | null][], until = 100) =>
		arrivalsOf([report(revisions)], until).map(({ at, change }) => [at, change]);
	expect(changes([[1, null]])).toEqual([[1, 1]]);
	expect(
		changes([
			[1, 5],
			[8, null],
		]),
	).toEqual([
		[1, 1],
		[5, -1],
		[8, 1],
	]);
	// Sent again before the first was sent back: it never was away.
	expect(
		changes([
			[1, 5],
			[3, null],
		]),
	).toEqual([[1, 1]]);
	expect(changes([[1, 5]], 4)).toEqual([[1, 1]]);
});
