import { expect, it } from 'vitest';
import { planSteps } from '../../awards/calendar/plan';
import { usualSettings } from '../../contracts/awards/seasons';
import { daysOfSeason, type SeasonDays } from './days-of-season';

const done = (days: SeasonDays) =>
	Object.entries(days).flatMap(([name, day]) => (day === null ? [] : [name]));

it.each([
	['2026-11-30', []],
	['2027-07-31', ['checkedOn', 'seatedOn']],
	['2027-08-06', ['checkedOn', 'seatedOn', 'frozenOn']],
	['2027-08-23', ['lateOn', 'checkedOn', 'seatedOn', 'frozenOn']],
	['2027-08-27', ['lateOn', 'checkedOn', 'seatedOn', 'frozenOn', 'votedOn']],
	['2027-10-05', ['lateOn', 'checkedOn', 'seatedOn', 'frozenOn', 'votedOn', 'decidedOn']],
])('on %s a season has come as far as its calendar', (today, expected) => {
	const days = daysOfSeason(2027, today);
	expect(done(days)).toEqual(['nominatedOn', ...expected]);
	for (const day of Object.values(days)) if (day !== null) expect(day <= today).toBe(true);
});

it('has nobody voted for before they came, nor listed in time who came late', () => {
	for (const year of [2025, 2026, 2027]) {
		const { lateOn, votedOn } = daysOfSeason(year, `${year}-12-01`);
		const last = planSteps(year, usualSettings).find(({ step }) => step === 'nominations')?.on;
		expect([last, lateOn, votedOn]).toEqual([last, lateOn, votedOn].toSorted());
		expect(new Set([last, lateOn, votedOn]).size).toBe(3);
	}
});
