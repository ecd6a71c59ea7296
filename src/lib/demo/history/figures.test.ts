import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkReport } from '../../reports/intake/checks';
import { randomFor } from '../random';
import { movedFigures } from '../simulator/move';
import { figuresAt, notBelow, scaled, type Figures } from './figures';

const catalogue = { isReportable: () => true, isCumulative: () => false, totals: [] };

/** Faults of the figures by the rules of intake, with a reason where something fell. */
const faultsOf = (figures: Figures, before?: Figures, reason?: string) =>
	checkReport(
		{ unit: 'x', period: '2026-10', householdSkills: figures, values: [], reason },
		before && { period: '2026-09', householdSkills: before, values: new Map() },
		catalogue,
	);

const pace = fc
	.record({
		start: fc.double({ min: 0, max: 0.6, noNaN: true }),
		end: fc.double({ min: 0, max: 1, noNaN: true }),
		middle: fc.double({ min: 0.3, max: 0.9, noNaN: true }),
		width: fc.double({ min: 0.08, max: 0.3, noNaN: true }),
	})
	.filter(({ start, end }) => end >= start);
const village = fc.record({
	key: fc.string(),
	households: fc.integer({ min: 1, max: 4000 }),
	pace,
});

it('keep the rules of intake at every point of the way', () => {
	fc.assert(
		fc.property(village, fc.double({ min: 0, max: 1.2, noNaN: true }), (each, way) => {
			expect(faultsOf(figuresAt(each.key, each.households, each.pace, way))).toEqual([]);
		}),
	);
});

it('never fall from month to month, whatever becomes of them in between', () => {
	fc.assert(
		fc.property(
			village,
			fc.array(fc.double({ min: 0.8, max: 1.2, noNaN: true })),
			(each, factors) => {
				let before: Figures | undefined;
				for (const [month, factor] of factors.entries()) {
					const raw = figuresAt(each.key, each.households, each.pace, month / 23);
					const figures = notBelow(scaled(raw, factor), before);
					expect(faultsOf(figures, before)).toEqual([]);
					before = figures;
				}
			},
		),
	);
});

it('scaled, they still keep the rules', () => {
	fc.assert(
		fc.property(village, fc.double({ min: 0.5, max: 1.5, noNaN: true }), (each, factor) => {
			const figures = figuresAt(each.key, each.households, each.pace, 1);
			expect(faultsOf(scaled(figures, factor))).toEqual([]);
		}),
	);
});

it('moved by the simulator for days, they keep the rules and stay near home', () => {
	fc.assert(
		fc.property(village, fc.string(), (each, seed) => {
			const random = randomFor('walk', seed);
			let figures = figuresAt(each.key, each.households, each.pace, 1);
			const home = figures.allFive / each.households;
			const strays: number[] = [];
			for (let step = 0; step < 400; step += 1) {
				const moved = movedFigures(figures, home, random, false);
				expect(faultsOf(moved.figures, figures, moved.fell ? 'đã rà soát lại' : undefined)).toEqual(
					[],
				);
				figures = moved.figures;
				strays.push(figures.allFive / each.households - home);
			}
			const mean = strays.reduce((sum, stray) => sum + stray, 0) / strays.length;
			// Small villages move by whole households.
			expect(Math.abs(mean)).toBeLessThan(0.08 + 3 / each.households);
		}),
		{ numRuns: 40 },
	);
});
