import { gather } from '../geometry/gather';
import type { Drawing, Shape } from '../geometry/projection';

/** What stands for an area: its place and size in units of the drawing that it was laid out on. */
export type Circle = readonly [id: number, x: number, y: number, radius: number];

/** Part of a circle's width that a line of text across its middle may have. */
const textRoom = 0.92;

/**
 * The drawing with circles for its areas, those of insets aside, which stay as they are.
 * @param groupOf which areas lie together, by id.
 */
export function drawCircles(
	{ surroundings: _, ...drawing }: Drawing,
	circles: readonly Circle[],
	groupOf: ReadonlyMap<number, number>,
): Drawing {
	const inInset = new Set(drawing.insets.flatMap(({ ids }) => ids));
	const radii = circles.map(([, , , radius]) => radius).sort((one, other) => one - other);
	return {
		...drawing,
		shapes: [
			...circles.map(([id, x, y, radius]): Shape => ({
				...{ id, path: pathOf([id, x, y, radius]) },
				...{ x, y, room: 2 * textRoom * radius },
			})),
			...drawing.shapes.filter(({ id }) => inInset.has(id)),
		],
		groups: [...gather(circles, ([id]) => groupOf.get(id))].map(([id, group]) =>
			drawGroup(id, group),
		),
		fineness: 2 * (radii[Math.floor(radii.length / 10)] ?? 1),
		ofCircles: true,
	};
}

/** Its name stands in the middle of its weight. */
function drawGroup(id: number, circles: readonly Circle[]): Shape {
	const weight = circles.reduce((sum, [, , , radius]) => sum + radius ** 2, 0);
	const middle = (at: 1 | 2) =>
		circles.reduce((sum, circle) => sum + circle[at] * circle[3] ** 2, 0) / weight;
	return {
		...{ id, path: circles.map(pathOf).join('') },
		...{ x: Math.round(middle(1)), y: Math.round(middle(2)), room: 2 * Math.sqrt(weight) },
	};
}

const write = (value: number) => String(Math.round(value * 10) / 10);

function pathOf([, x, y, radius]: Circle): string {
	const [r, across] = [write(radius), write(2 * radius)];
	return `M${write(x - radius)} ${write(y)}a${r} ${r} 0 1 0 ${across} 0a${r} ${r} 0 1 0-${across} 0z`;
}
