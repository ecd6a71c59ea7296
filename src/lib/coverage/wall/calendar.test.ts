import { expect, it } from 'vitest';
import { scenesOn } from './calendar';

const deadlines = ['2026-10', '2026-11', '2026-12'].map((month) =>
	Date.parse(`${month}-27T00:00:00+07:00`),
);
const on = (local: string, ceremony: string | null = null) =>
	scenesOn(Date.parse(`${local}:00+07:00`), {
		deadlines,
		ceremony: ceremony === null ? null : Date.parse(`${ceremony}T00:00:00+07:00`),
	});

it('the deadline and the province alone, from three days before until half a day after it', () => {
	const night = ['night', 'province'];
	expect(on('2026-11-23T23:59')).not.toEqual(night);
	expect(on('2026-11-24T00:00')).toEqual(night);
	expect(on('2026-11-27T11:59')).toEqual(night);
	expect(on('2026-11-27T12:00')).not.toEqual(night);
	expect(on('2026-12-25T09:00')).toEqual(night);
});

it('the province first on all other days, and the awards only while their day is near', () => {
	const usual = ['province', 'night', 'movers', 'skills', 'difficulties', 'teams'];
	expect(on('2026-11-10T09:00')).toEqual(usual);
	expect(on('2026-11-10T09:00', '2027-10-10')).toEqual(usual);
	expect(on('2027-06-13T09:00', '2027-10-10')).toEqual([...usual, 'season']);
	expect(on('2027-10-16T23:00', '2027-10-10')).toEqual([...usual, 'season']);
	expect(on('2027-10-17T00:00', '2027-10-10')).toEqual(usual);
});
