import { expect, it } from 'vitest';
import type { Bearer } from './bearers.server';
import { matchFeatures } from './match-features.server';
import { UnitMatcher } from './matching';

const bearer = (id: number, code: string, level: Bearer['level'] = 'commune'): [string, Bearer] => [
	code,
	{
		id,
		code,
		level,
		kind: 'xa',
		name: `Mẫu ${id}`,
		searchName: `mau ${id}`,
		parentCode: '24',
		grandparentCode: null,
	},
];
const matcher = new UnitMatcher(
	new Map([
		bearer(1, '07901'),
		bearer(2, '14755'),
		bearer(3, '00024'),
		bearer(4, '24', 'province'),
	]),
	'2024-01-01',
);
const ring = [
	[106, 21],
	[106.1, 21],
	[106.1, 21.1],
	[106, 21],
];
const polygon = { type: 'Polygon', coordinates: [ring] };

/** Ids and kinds of outlines that a feature stands for, or the rules that it breaks. */
function match(feature: { id?: string; properties?: Record<string, unknown>; geometry?: unknown }) {
	const problems: string[] = [];
	const sink = { add: (_: string, rule: string) => problems.push(rule) };
	const whole = { number: 1, id: '', properties: {}, geometry: polygon, ...feature };
	const outlines = matchFeatures([whole], matcher, {}, sink);
	return problems.length > 0
		? problems
		: [...outlines.values()].map(({ id, geometry }) => `${id} ${geometry.type}`);
}

it.each([
	['a number that lost its zero', { properties: { code: 7901 } }, ['1 Polygon']],
	['a whole number', { properties: { code: 14755 } }, ['2 Polygon']],
	['a number that could be two codes', { properties: { code: 24 } }, ['notText']],
	['no code but true', { properties: { code: true } }, ['notText']],
	['the id of the feature', { id: '07901' }, ['1 Polygon']],
	['an id beside a blank code', { id: ' 07901 ', properties: { code: ' ' } }, ['1 Polygon']],
	['an id that another program made', { id: 'communes.7901' }, ['unnamed']],
	['a name before the id', { id: '14755', properties: { name: 'Mẫu 1' } }, ['1 Polygon']],
])('a unit is found by %s', (_, feature, expected) => {
	expect(match(feature)).toEqual(expected);
});

const collectionOf = (...geometries: unknown[]) => ({ type: 'GeometryCollection', geometries });
/** With a small triangle cut out to the north-east of a point. */
const withHole = ([x = 0, y = 0]: number[]) => ({
	type: 'Polygon',
	coordinates: [
		ring,
		[
			[x, y],
			[x + 0.01, y],
			[x + 0.01, y + 0.01],
			[x, y],
		],
	],
});
const line = { type: 'LineString', coordinates: ring };

it.each([
	['a collection of one polygon', collectionOf(polygon), ['1 Polygon']],
	['a collection of several', collectionOf(polygon, collectionOf(polygon)), ['1 MultiPolygon']],
	['a collection with a line', collectionOf(polygon, line), ['geometryType']],
	['an empty collection', collectionOf(), ['emptyGeometry']],
	[
		'one spot',
		{ type: 'Polygon', coordinates: [[ring[0], ring[0], ring[0], ring[0]]] },
		['zeroArea'],
	],
	['a hole inside', withHole([106.05, 21.02]), ['1 Polygon']],
	['a hole outside', withHole([106.02, 21.08]), ['holeOutside']],
	[
		'there and back',
		{ type: 'Polygon', coordinates: [[ring[0], ring[1], ring[1], ring[0]]] },
		['zeroArea'],
	],
])('an outline may be %s', (_, geometry, expected) => {
	expect(match({ properties: { code: '07901' }, geometry })).toEqual(expected);
});
