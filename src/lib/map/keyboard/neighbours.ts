export type ArrowKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

const directions: Record<ArrowKey, readonly [number, number]> = {
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
};

export const isArrowKey = (key: string): key is ArrowKey => key in directions;

/** The nearest spot in a direction, where being off the straight line counts double; none at the edge. */
export function nextSpot<Spot extends { x: number; y: number }>(
	spots: readonly Spot[],
	from: Spot,
	key: ArrowKey,
): Spot | undefined {
	const [directionX, directionY] = directions[key];
	let nearest: Spot | undefined;
	let least = Infinity;
	for (const spot of spots) {
		const [x, y] = [spot.x - from.x, spot.y - from.y];
		const ahead = x * directionX + y * directionY;
		const aside = Math.abs(x * directionY) + Math.abs(y * directionX);
		if (ahead <= 0 || aside > 2 * ahead) continue;
		const distance = ahead + 2 * aside;
		if (distance < least) [nearest, least] = [spot, distance];
	}
	return nearest;
}

type Links<Spot> = ReadonlyMap<Spot, ReadonlyMap<ArrowKey, Spot>>;

const along = ({ x, y }: { x: number; y: number }, key: ArrowKey): number =>
	x * directions[key][0] + y * directions[key][1];

/** Where each arrow leads from each spot. A spot that is nobody's nearest is met on the way to another one. */
export function linkSpots<Spot extends { x: number; y: number }>(
	spots: readonly Spot[],
): Links<Spot> {
	const keys = Object.keys(directions).filter(isArrowKey);
	const links = new Map(
		spots.map((spot): [Spot, Map<ArrowKey, Spot>] => [
			spot,
			new Map(
				keys.flatMap((key) => {
					const next = nextSpot(spots, spot, key);
					return next ? [[key, next] as const] : [];
				}),
			),
		]),
	);
	const reached = new Set(spots.slice(0, 1));
	const spread = () => {
		for (const spot of reached)
			for (const next of links.get(spot)?.values() ?? []) reached.add(next);
	};
	spread();
	for (const spot of spots) {
		if (reached.has(spot)) continue;
		let from = nearestOf([...reached], spot);
		const way = { x: spot.x - from.x, y: spot.y - from.y };
		const key = keys.reduce((best, one) => (along(way, one) > along(way, best) ? one : best));
		// In a row by how far they lie that way, so that what was reached before still is.
		let beyond = links.get(from)?.get(key);
		while (beyond && along(beyond, key) < along(spot, key)) {
			from = beyond;
			beyond = links.get(from)?.get(key);
		}
		links.get(from)?.set(key, spot);
		if (beyond) links.get(spot)?.set(key, beyond);
		reached.add(spot);
		spread();
	}
	return links;
}

function nearestOf<Spot extends { x: number; y: number }>(spots: readonly Spot[], to: Spot): Spot {
	const distance = ({ x, y }: Spot) => Math.hypot(x - to.x, y - to.y);
	return spots.reduce((nearest, spot) => (distance(spot) < distance(nearest) ? spot : nearest));
}
