import { describe, expect, it } from 'vitest';
import type { UnitFigures, UnitStatus } from '../../contracts/coverage';
import type { SnapshotUnit } from '../../contracts/events';
import type { Period } from '../../contracts/reports';
import { countTimeliness, movers, readRows, type RowSources } from './rows';

const period: Period = {
	id: 1,
	code: '2026-10',
	kind: 'month',
	title: null,
	startsOn: '2026-10-01',
	endsOn: '2026-10-31',
	due: {
		village: '2026-10-24T17:00:00Z',
		commune: '2026-10-27T17:00:00Z',
		district: '2026-10-27T17:00:00Z',
		province: '2026-10-29T17:00:00Z',
	},
};

const unit = (id: number): SnapshotUnit => ({
	id,
	code: String(id),
	level: 'commune',
	kind: 'xa',
	name: `Xã ${id}`,
	parentId: null,
	validFrom: '2025-07-01',
	validTo: null,
	register: 100,
	reportsRequired: 1,
});

const figures = (unitId: number, able: number | null, base = 100): UnitFigures => ({
	unitId,
	basis: 'approved',
	able: Array<number | null>(9).fill(able),
	base: Array<number>(9).fill(base),
	receivedAt: '2026-10-20T00:00:00Z',
	approvedAt: '2026-10-21T00:00:00Z',
});

const status = (unitId: number, receivedAt: string): UnitStatus => ({
	unitId,
	reports: 1,
	reportsOnTime: receivedAt < period.due.commune ? 1 : 0,
	ownReport: true,
	receivedAt,
});

const byUnit = <Entry extends { unitId: number }>(...entries: Entry[]) =>
	new Map(entries.map((entry) => [entry.unitId, entry]));

const sources: RowSources = {
	units: [unit(1), unit(2), unit(3), unit(4), unit(5)],
	figures: byUnit(figures(1, 60), figures(2, 80), figures(3, 60), figures(4, 45, 49)),
	previous: byUnit(figures(1, 50), figures(2, 79), figures(3, 20, 40), figures(4, 40)),
	statuses: byUnit(
		status(1, '2026-10-20T00:00:00Z'),
		status(2, '2026-10-28T00:00:00Z'),
		status(3, '2026-10-20T00:00:00Z'),
	),
	period,
	now: new Date('2026-11-05T00:00:00Z'),
};

describe('rows', () => {
	const rows = readRows(sources, 'allFive');

	it('rank by share, equal shares alike, and not what reported too little', () => {
		expect(rows.map(({ rank }) => rank)).toEqual([2, 1, 2, null, null]);
	});

	it('have no rank above what the register allows, unless it was explained', () => {
		const ranksOf = (mostHouseholds?: number | null) =>
			readRows(
				{
					...sources,
					units: [
						{ ...unit(1), ...(mostHouseholds === undefined ? {} : { mostHouseholds }) },
						unit(2),
					],
					figures: byUnit(figures(1, 111, 111), figures(2, 50)),
				},
				'allFive',
			).map(({ rank }) => rank);
		expect(ranksOf()).toEqual([null, 1]);
		expect(ranksOf(111)).toEqual([1, 2]);
		expect(ranksOf(null)).toEqual([1, 2]);
	});

	it('have no rank where nobody knows how many households were left out', () => {
		const unknown = { ...unit(1), register: null };
		const ranksOf = (given: UnitFigures) =>
			readRows(
				{ ...sources, units: [unknown, unit(2)], figures: byUnit(given, figures(2, 50)) },
				'allFive',
			).map(({ rank }) => rank);
		expect(ranksOf(figures(1, 60))).toEqual([null, 1]);
		expect(ranksOf({ ...figures(1, 60), ownReport: true })).toEqual([1, 2]);
	});

	it('grow only where both months have enough data', () => {
		const grown = rows.map(({ growth }) => growth);
		expect(grown[0]).toBeCloseTo(0.1);
		expect(grown[1]).toBeCloseTo(0.01);
		expect(grown.slice(2)).toEqual([null, null, null]);
	});

	it('count who reported when', () => {
		expect(countTimeliness(rows)).toEqual({
			notRequired: 0,
			pending: 0,
			onTime: 2,
			late: 1,
			missing: 2,
		});
	});

	it('name the largest gains, and no losses', () => {
		expect(movers(rows, 5).map(({ unit: { id } }) => id)).toEqual([1, 2]);
		const fallen = readRows({ ...sources, previous: byUnit(figures(1, 70)) }, 'allFive');
		expect(movers(fallen, 5)).toEqual([]);
	});
});
