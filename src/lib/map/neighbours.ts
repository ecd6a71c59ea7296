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
