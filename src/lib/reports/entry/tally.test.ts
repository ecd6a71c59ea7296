import { expect, it } from 'vitest';
import { checkReport } from '../intake/checks';
import { countTally, isHouseNumber, mark, nextHouses, tallyMarks, type TallyRow } from './tally';

const row = (house: string, ...marks: TallyRow['marks']): TallyRow => ({ house, marks });

it('takes house numbers and no names', () => {
	expect(['1', '12A', '12/3', '120/4B/2'].map(isHouseNumber)).toEqual([true, true, true, true]);
	expect(['Bà Hoa', 'nhà 12', '12 Hoa', '', '0912345678', '12/'].map(isHouseNumber)).not.toContain(
		true,
	);
});

it('offers the numbers that come next', () => {
	expect(nextHouses([], 3)).toEqual(['1', '2', '3']);
	expect(nextHouses([row('7'), row('12A'), row('3')], 2)).toEqual(['8', '9']);
});

it('ticks each skill of one and the same person, and never able and assisted at once', () => {
	const able = mark(row('1', 'assisted', 'vneid'), 'allFive', true);
	expect(able.marks).toEqual([
		'skill1',
		'skill2',
		'skill3',
		'skill4',
		'skill5',
		'allFive',
		'vneid',
	]);
	expect(mark(able, 'skill3', false).marks).not.toContain('allFive');
	const assisted = mark(able, 'assisted', true);
	expect(assisted.marks).toContain('assisted');
	expect(assisted.marks).not.toContain('allFive');
});

it('counts households; all five only where it is one and the same person', () => {
	const rows = [
		mark(row('1'), 'allFive', true),
		row('2', 'skill1', 'skill2', 'skill3', 'skill4', 'skill5'),
		row('3', 'assisted', 'vneid'),
		row('4'),
	];
	expect(countTally(rows)).toEqual({
		households: 4,
		skill1: 2,
		skill2: 2,
		skill3: 2,
		skill4: 2,
		skill5: 2,
		allFive: 1,
		assisted: 1,
		vneid: 1,
		serviceAccount: 0,
	});
});

it('never counts what the checks refuse', () => {
	let rows = nextHouses([], 40).map((house) => row(house));
	for (const [step, name] of [...tallyMarks, ...tallyMarks].entries())
		rows = rows.map((given, index) =>
			(index * 7 + step) % 3 === 0 ? mark(given, name, step % 4 !== 3) : given,
		);
	const report = {
		unit: '98000-01',
		period: '2026-11',
		householdSkills: countTally(rows),
		values: [],
	};
	const nothing = { isReportable: () => false, isCumulative: () => false, totals: [] };
	expect(checkReport(report, undefined, nothing)).toEqual([]);
});
