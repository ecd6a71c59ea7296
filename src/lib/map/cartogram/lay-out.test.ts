import { expect, it } from 'vitest';
import type { Layer } from '../geometry/layer';
import { drawTopology } from '../geometry/projection';
import { drawCircles } from './draw';
import { layOutCircles } from './lay-out';

const side = 12;

/** A square of squares, each an area of its own. */
const layer: Layer = {
	type: 'Topology',
	objects: {
		units: {
			type: 'GeometryCollection',
			geometries: Array.from({ length: side ** 2 }, (_, index) => ({
				...{ type: 'Polygon', properties: { id: index + 1 }, arcs: [[index]] },
			})),
		},
	},
	arcs: Array.from({ length: side ** 2 }, (_, index) => {
		const [x, y] = [106 + (index % side) / 10, 21 + Math.floor(index / side) / 10];
		return [
			[x, y],
			[x + 0.1, y],
			[x + 0.1, y + 0.1],
			[x, y + 0.1],
			[x, y],
		];
	}),
};
const drawing = drawTopology(layer);
/** Most live in one corner. */
const households = new Map(
	Array.from({ length: side ** 2 }, (_, index) => [
		index + 1,
		index % side > 8 && index < 3 * side ? 9_000 : 600 + index,
	]),
);

it('gives every area a circle as large as its households, none over another, all in the picture', async () => {
	const circles = await layOutCircles(layer, drawing, households);
	expect(circles.map(([id]) => id)).toEqual(drawing.shapes.map(({ id }) => id));
	const [first] = circles;
	if (!first) throw new Error('There are circles.');
	for (const [id, x, y, radius] of circles) {
		const ratio = (households.get(id) ?? NaN) / (households.get(first[0]) ?? NaN);
		expect((radius / first[3]) ** 2 / ratio).toBeCloseTo(1, 1);
		expect(Math.min(x, y, drawing.width - x, drawing.height - y) + 1).toBeGreaterThan(radius);
		for (const [other, otherX, otherY, otherRadius] of circles)
			if (other < id)
				expect(Math.hypot(otherX - x, otherY - y) + 1).toBeGreaterThan(radius + otherRadius);
	}
});

it('lays the same out in the same way, and a little more in nearly the same', async () => {
	const circles = await layOutCircles(layer, drawing, households);
	expect(await layOutCircles(layer, drawing, households)).toEqual(circles);
	const grown = new Map([...households].map(([id, count]) => [id, count + (id % 7)]));
	const moved = await layOutCircles(layer, drawing, grown);
	for (const [index, [, x, y]] of circles.entries()) {
		const [, newX, newY] = moved[index] ?? [NaN, NaN, NaN];
		expect(Math.hypot(newX - x, newY - y)).toBeLessThan(drawing.width / side / 2);
	}
});

it('draws groups as their circles, and gives an area of unknown households the middle size', async () => {
	const known = new Map([...households].filter(([id]) => id !== 40));
	const circles = await layOutCircles(layer, drawing, known);
	const sizes = circles.map(([, , , radius]) => radius).toSorted((one, other) => one - other);
	const unknown = circles.find(([id]) => id === 40);
	expect(Math.abs((unknown?.[3] ?? NaN) - (sizes[side ** 2 / 2] ?? NaN))).toBeLessThan(0.5);
	const groupOf = new Map(circles.map(([id]) => [id, id <= side ? 1001 : 1002]));
	const drawn = drawCircles(drawing, circles, groupOf);
	expect(drawn.shapes).toHaveLength(side ** 2);
	expect(drawn.groups.map(({ id }) => id).toSorted()).toEqual([1001, 1002]);
	const own = drawn.shapes.filter(({ id }) => id <= side).map(({ path }) => path);
	expect(drawn.groups.find(({ id }) => id === 1001)?.path).toBe(own.join(''));
});
