import { randomFor } from '../random';

/** A point of the province's own plane, in kilometres east and north of its south-western corner. */
export type Point = readonly [x: number, y: number];

export const plane = { width: 112, height: 88 };

/** Town centres with the radius of their wards, in kilometres. */
export const towns = [
	{ centre: [57, 33], radius: 9.5 },
	{ centre: [76, 61], radius: 6 },
] as const satisfies readonly { centre: Point; radius: number }[];

export type Landscape = 'town' | 'plain' | 'mountain';

/** Smooth noise, about −1 to 1, that changes over `scale` kilometres, with finer detail on top. */
export function noise(seed: string, scale: number, octaves = 4): (point: Point) => number {
	const size = 64;
	const random = randomFor('noise', seed);
	const lattice = Array.from({ length: size * size }, () => random.next() * 2 - 1);
	const at = (x: number, y: number) =>
		lattice[(((y % size) + size) % size) * size + (((x % size) + size) % size)] ?? 0;
	const smooth = (part: number) => part * part * (3 - 2 * part);
	const single = (x: number, y: number) => {
		const [left, bottom] = [Math.floor(x), Math.floor(y)];
		const [u, v] = [smooth(x - left), smooth(y - bottom)];
		const low = at(left, bottom) * (1 - u) + at(left + 1, bottom) * u;
		const high = at(left, bottom + 1) * (1 - u) + at(left + 1, bottom + 1) * u;
		return low * (1 - v) + high * v;
	};
	return ([x, y]) => {
		let sum = 0;
		for (let octave = 0; octave < octaves; octave += 1) {
			const finer = 2 ** octave;
			sum += single((x / scale) * finer + octave * 17, (y / scale) * finer + octave * 31) / finer;
		}
		return sum;
	};
}

/** Hills of land: centre, reach east-west and north-south in kilometres, and strength. */
const lobes: readonly (readonly [x: number, y: number, rx: number, ry: number, weight: number])[] =
	[
		[34, 57, 27, 19, 1.1],
		[60, 40, 26, 19, 1.15],
		[80, 60, 17, 17, 0.95],
		[66, 21, 18, 13, 0.8],
		[22, 38, 14, 11, 0.55],
		// The island.
		[101, 14, 4.6, 3.8, 1.25],
		// The bay takes land away, and so does the valley between the two northern ranges.
		[92, 30, 13, 11, -0.9],
		[60, 76, 9, 10, -0.75],
	];

const coast = noise('coast', 15, 6);
const warpEast = noise('warp east', 22, 5);
const warpNorth = noise('warp north', 22, 5);

/** Above 0 is land of the province. */
function landAt(point: Point): number {
	const x = point[0] + 5.5 * warpEast(point);
	const y = point[1] + 5.5 * warpNorth(point);
	const mass = lobes.reduce(
		(sum, [cx, cy, rx, ry, weight]) =>
			sum + weight * Math.exp(-(((x - cx) / rx) ** 2) - ((y - cy) / ry) ** 2),
		0,
	);
	return mass - 0.5 + 0.2 * coast(point);
}

/** From the hills to the sea; the mouth widens. */
const riverCourse: readonly Point[] = [
	[30, 70],
	[36, 60],
	[45, 54],
	[51, 45],
	[61, 41],
	[68, 33],
	[77, 31],
	[90, 27],
];
const meander = noise('river', 9, 3);

/** Which bank a point is on, and how far from the river it is, in kilometres. */
export function riverAt(point: Point): { side: 1 | -1; distance: number; downstream: number } {
	const wobble = 2.4 * meander(point);
	const [x, y] = [point[0] + wobble, point[1] - wobble];
	let nearest = { side: 1 as 1 | -1, distance: Infinity, downstream: 0 };
	for (const [index, [ax, ay]] of riverCourse.entries()) {
		const [bx, by] = riverCourse[index + 1] ?? [];
		if (bx === undefined || by === undefined) break;
		const [dx, dy] = [bx - ax, by - ay];
		const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
		const distance = Math.hypot(x - ax - along * dx, y - ay - along * dy);
		if (distance >= nearest.distance) continue;
		const side = dx * (y - ay) - dy * (x - ax) > 0 ? 1 : -1;
		nearest = { side, distance, downstream: (index + along) / (riverCourse.length - 1) };
	}
	return nearest;
}

export function isLand(point: Point): boolean {
	if (landAt(point) <= 0) return false;
	const { distance, downstream } = riverAt(point);
	const estuary = Math.max(0, downstream - 0.66) * 7;
	return distance > estuary;
}

const relief = noise('relief', 26, 4);

/** 0 in the plain, 1 on the high ranges of the north-west. */
export function heightAt(point: Point): number {
	const [x, y] = point;
	const rise = (y * 0.9 - x * 0.55 + 12) / 55;
	return Math.max(0, Math.min(1, rise + 0.25 * relief(point)));
}

export function landscapeAt(point: Point): Landscape {
	const inTown = towns.some(
		({ centre, radius }) => Math.hypot(point[0] - centre[0], point[1] - centre[1]) < radius,
	);
	if (inTown) return 'town';
	return heightAt(point) > 0.5 ? 'mountain' : 'plain';
}

/** How far apart the centres of communes lie here, in kilometres. */
export function spacingAt(point: Point): number {
	const rural = 5.4 + 3.4 * heightAt(point);
	const townwards = towns.map(({ centre, radius }) => {
		const distance = Math.hypot(point[0] - centre[0], point[1] - centre[1]) / radius;
		return distance < 1 ? 3 + 1.4 * distance : 4.4 + 4 * (distance - 1);
	});
	return Math.min(rural, ...townwards);
}

const southWest = { longitude: 105.62, latitude: 20.72 };

/** Degrees on WGS 84, to 10 cm. The place is arbitrary: there is no such province. */
export function toDegrees([x, y]: Point): [longitude: number, latitude: number] {
	const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
	return [round(southWest.longitude + x / 103.8), round(southWest.latitude + y / 110.7)];
}
