import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { findCrossing } from '../../admin-units/import/rings';
import { areaOf } from '../map/outlines';
import { buildGround } from './communes';
import { buildProvince } from './province';

const ground = buildGround();
const province = buildProvince('2026-03-01', ground);
const before = province.communes.filter(({ validFrom }) => validFrom < '2026-03-01');
const after = province.communes.filter(({ validTo }) => validTo === null);

const ringsOf = ({ coordinates }: Polygon) => coordinates;
const sidesOf = (ring: readonly Position[]) =>
	ring.slice(1).map((point, index): [string, string] => [String(ring[index]), String(point)]);

describe.each([
	['before the merger', before, 103],
	['after the merger', after, 100],
] as const)('the communes %s', (_, communes, count) => {
	const rings = communes.flatMap(({ outline }) => ringsOf(outline));
	const directed = new Set(rings.flatMap((ring) => sidesOf(ring).map((side) => side.join(' '))));

	it('are many, each with ground of its own', () => {
		expect(communes).toHaveLength(count);
		for (const { outline } of communes) {
			const [outer = [], ...holes] = ringsOf(outline);
			const area =
				areaOf(outer.slice(1)) + holes.reduce((sum, hole) => sum + areaOf(hole.slice(1)), 0);
			expect(area).toBeGreaterThan(0);
			expect(outer.length).toBeGreaterThan(12);
		}
	});

	it('have closed outlines that never cross themselves', () => {
		for (const ring of rings) {
			expect(ring[0]).toEqual(ring.at(-1));
			expect(findCrossing(ring)).toBeUndefined();
		}
	});

	it('share every inner side with exactly one neighbour, point by point', () => {
		// A side that two communes run along in the same direction would be an overlap.
		expect(directed.size).toBe(rings.reduce((sum, ring) => sum + ring.length - 1, 0));
		const outer = [...directed].filter(
			(side) => !directed.has(side.split(' ').reverse().join(' ')),
		);
		// What is left is the coast: of the mainland, and of the island.
		const next = new Map(outer.map((side) => side.split(' ') as [string, string]));
		expect(next.size).toBe(outer.length);
		let coasts = 0;
		for (const start of [...next.keys()]) {
			if (!next.has(start)) continue;
			coasts += 1;
			for (let point = next.get(start), from = start; point !== undefined; point = next.get(from)) {
				next.delete(from);
				from = point;
			}
		}
		expect(coasts).toBe(2);
	});
});

it('covers the same ground before and after the merger', () => {
	const total = (communes: typeof before) =>
		communes
			.flatMap(({ outline }) => ringsOf(outline))
			.reduce((sum, ring) => sum + areaOf(ring.slice(1)), 0);
	expect(total(after)).toBeCloseTo(total(before), 9);
});

it('is the same every time', () => {
	expect(buildGround()).toEqual(ground);
});

describe('the merger', () => {
	const communeCode = /^\d{5}$/;
	const ofCommunes = province.successions.filter(({ oldCode }) => communeCode.test(oldCode));

	it('makes two communes of five, one of them divided by a declared share', () => {
		expect(new Set(ofCommunes.map(({ oldCode }) => oldCode)).size).toBe(5);
		expect(new Set(ofCommunes.map(({ newCode }) => newCode)).size).toBe(2);
		expect(
			ofCommunes.filter(({ extent }) => extent === 'partial').map(({ share }) => share),
		).toEqual([0.6, 0.4]);
	});

	it('keeps every village and every household', () => {
		const households = (communes: typeof before) =>
			communes.flatMap(({ villages }) => villages).reduce((sum, each) => sum + each.households, 0);
		expect(households(after)).toBe(households(before));
		const ended = before
			.filter(({ validTo }) => validTo !== null)
			.flatMap(({ villages }) => villages);
		const followed = province.successions.filter(({ oldCode }) => !communeCode.test(oldCode));
		expect(followed.map(({ oldCode }) => oldCode).sort()).toEqual(
			ended.map(({ code }) => code).sort(),
		);
	});
});

it('has the towns, names and sizes of a province', () => {
	const villages = after.flatMap((commune) => commune.villages);
	expect(villages.length).toBeGreaterThan(850);
	expect(villages.length).toBeLessThan(950);
	expect(new Set(villages.map(({ code }) => code)).size).toBe(villages.length);
	for (const { households } of villages) {
		expect(households).toBeGreaterThanOrEqual(40);
		expect(households).toBeLessThanOrEqual(400);
	}
	for (const { kind, name } of after)
		expect(`${kind} ${name}`).toBe(`${kind} ${name}`.normalize('NFC'));
	const full = after.map(({ kind, name }) => `${kind} ${name}`);
	expect(new Set(full).size).toBe(full.length);
	const namesakes = after.length - new Set(after.map(({ name }) => name)).size;
	expect(namesakes).toBe(3);
});
