import { forceCollide, forceSimulation, forceX, forceY, type Force } from 'd3-force';
import { idOf, type Layer } from '../geometry/layer';
import { project } from '../geometry/mercator';
import type { Drawing } from '../geometry/projection';
import { decodeArcs, ringsOf, signedArea, stitch } from '../geometry/rings';
import type { Circle } from './draw';

/** All circles together cover so much of what the areas cover: tighter ones could not keep their places. */
const covered = 0.5;
/** In units of the drawing: the air around circles, and the least radius that can be seen and pointed at. */
const [air, leastRadius] = [0.4, 1.5];
/** Steps of the layout: the same for all, so that it always ends in the same way. */
const steps = 200;
/** How strongly a circle is drawn to its place, at first. */
const homing = 0.12;

interface Spot {
	x: number;
	y: number;
	radius: number;
	home: { x: number; y: number };
}

/**
 * A circle for each area, as large as its weight, as near to its place as the others leave room
 * (a Dorling cartogram). It follows from what is given alone. Areas without a weight get the middle
 * one; those in an inset have no circle.
 */
export async function layOutCircles(
	layer: Layer,
	drawing: Drawing,
	weights: ReadonlyMap<number, number>,
): Promise<Circle[]> {
	const inInset = new Set(drawing.insets.flatMap(({ ids }) => ids));
	const shapes = drawing.shapes.filter(({ id }) => !inInset.has(id));
	const known = [...weights.values()].sort((one, other) => one - other);
	const middle = known[Math.floor(known.length / 2)] ?? 1;
	const weightOf = (id: number) => weights.get(id) ?? middle;
	const sum = shapes.reduce((total, { id }) => total + weightOf(id), 0);
	const perWeight = (covered * landOf(layer, drawing, inInset)) / Math.max(sum, 1) / Math.PI;
	const spots = shapes.map(({ id, x, y }): Spot => ({
		...{ x, y, home: { x, y } },
		radius: Math.max(leastRadius, Math.sqrt(weightOf(id) * perWeight)),
	}));
	const simulation = forceSimulation(spots)
		.stop()
		.alphaDecay(1 - 0.001 ** (1 / steps))
		.force('x', forceX<Spot>(({ home }) => home.x).strength(homing))
		.force('y', forceY<Spot>(({ home }) => home.y).strength(homing))
		.force('apart', forceCollide<Spot>(({ radius }) => radius + air).iterations(3))
		.force('inside', keepInside(drawing));
	for (let step = 0; step < steps; step++) {
		simulation.tick();
		// A country takes seconds: others are served in between.
		await new Promise(setImmediate);
	}
	return spots.map(({ x, y, radius }, index) => [
		shapes[index]?.id ?? NaN,
		round(x),
		round(y),
		round(radius),
	]);
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Square units that the areas cover. */
function landOf(layer: Layer, { bounds, width }: Drawing, left: ReadonlySet<number>): number {
	const [west, east] = [project([bounds[0], bounds[3]])[0], project([bounds[2], bounds[3]])[0]];
	const arcs = decodeArcs(layer).map((arc) => arc.map(project));
	const sizes = layer.objects.units.geometries
		.filter((area) => !left.has(idOf(area)))
		.map((area) => ringsOf(area).reduce((sum, ring) => sum + signedArea(stitch(ring, arcs)), 0));
	const land = sizes.reduce((sum, size) => sum + Math.abs(size), 0);
	return land * (width / (east - west)) ** 2;
}

/** Moves circles into the drawing and out of the frames of its insets, the shortest way. */
function keepInside({ width, height, insets }: Drawing): Force<Spot, undefined> {
	let spots: Spot[] = [];
	const force: Force<Spot, undefined> = () => {
		for (const spot of spots) {
			const reach = spot.radius + air;
			spot.x = Math.min(Math.max(spot.x, reach), width - reach);
			spot.y = Math.min(Math.max(spot.y, reach), height - reach);
			for (const { frame } of insets) {
				const [left, right] = [spot.x - frame.left + reach, frame.right + reach - spot.x];
				const [top, bottom] = [spot.y - frame.top + reach, frame.bottom + reach - spot.y];
				if (left <= 0 || right <= 0 || top <= 0 || bottom <= 0) continue;
				// Frames stand at the edge: what is beyond them isn't in the drawing.
				const across = right < left && spot.x + right < width ? right : -left;
				const down = bottom < top && spot.y + bottom < height ? bottom : -top;
				if (Math.abs(across) < Math.abs(down)) spot.x += across;
				else spot.y += down;
			}
		}
	};
	force.initialize = (given) => {
		spots = given;
	};
	return force;
}
