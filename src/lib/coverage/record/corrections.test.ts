import { expect, it } from 'vitest';
import type { UnitFigures } from '../../contracts/coverage';
import { findCorrections, type PublishedEntry } from './corrections';

const figures = (able: number | null, base: number, ownReport?: true): UnitFigures => ({
	...{ unitId: 1, basis: 'approved', receivedAt: '', approvedAt: null },
	able: [able, 0, 0, 0, 0, 0, 0, 0, 0],
	base: [base, 0, 0, 0, 0, 0, 0, 0, 0],
	...(ownReport && { ownReport }),
});

const entry = (
	number: number,
	shown: UnitFigures | null,
	correction: PublishedEntry['correction'] = null,
): PublishedEntry => ({
	...{ number, at: `day ${number}`, figures: shown, correction },
	isTakenDown: false,
});

it('tells old, new, when and why of a report that was replaced', () => {
	const entries = [
		entry(1, figures(60, 100, true)),
		entry(4, figures(66, 100, true), 'countedTwice'),
	];
	expect(findCorrections(entries)).toEqual([
		{
			...{ measure: 'allFive', number: 4, at: 'day 4', cause: 'countedTwice' },
			before: { able: 60, base: 100 },
			after: { able: 66, base: 100 },
		},
	]);
});

it('takes what further villages add for no correction', () => {
	expect(findCorrections([entry(1, figures(60, 100)), entry(2, figures(90, 180))])).toEqual([]);
});

it('keeps the cause of what is published only later, and tells it once', () => {
	const entries = [
		entry(1, figures(60, 100)),
		entry(2, figures(60, 100), 'miscounted'),
		entry(3, figures(64, 100)),
		entry(4, figures(90, 140)),
	];
	expect(findCorrections(entries).map(({ number, cause }) => [number, cause])).toEqual([
		[3, 'miscounted'],
	]);
});

it('never says more of a hidden count than that it is hidden', () => {
	const entries = [
		entry(1, figures(null, 100, true)),
		entry(2, figures(30, 100, true), 'typingError'),
	];
	expect(findCorrections(entries)).toMatchObject([
		{ before: { able: null, base: 100 }, after: { able: 30 } },
	]);
	const same = [
		entry(1, figures(null, 100, true)),
		entry(2, figures(null, 100, true), 'typingError'),
	];
	expect(findCorrections(same)).toEqual([]);
});

it('tells nothing of what was shown for the first time, or taken away', () => {
	expect(findCorrections([entry(1, figures(60, 100, true), 'miscounted')])).toEqual([]);
	expect(findCorrections([entry(1, figures(60, 100, true)), entry(2, null, 'miscounted')])).toEqual(
		[],
	);
	expect(
		findCorrections([entry(1, figures(null, 0)), entry(2, figures(9, 20), 'miscounted')]),
	).toEqual([]);
});

it('tells of a correction whose former number was taken down, and not the number', () => {
	const former = { ...entry(1, figures(60, 100, true)), isTakenDown: true };
	const found = findCorrections([former, entry(2, figures(66, 100, true), 'miscounted')]);
	expect(found).toMatchObject([{ number: 2, before: null, after: { able: 66, base: 100 } }]);
	expect(JSON.stringify(found)).not.toContain('60');
});
