import type { Box } from '../geometry/boxes';
import { halfWidthOf, lineHeight, type View } from '../labels/labels';
import type { PlaceName } from './draw';

export interface PlacedName {
	text: string;
	x: number;
	y: number;
}

/** Letters stand apart; names are smaller than those of areas. */
export const nameStyle = { spacing: 0.08, size: 0.875 };
/** Around a name, in its own size: what lies beside it is the map. */
const air = 0.8;

/**
 * Chooses which neighbours are named: what the map itself writes is there already, and where there is no
 * room for a name it is left out. Positions are in pixels of the view.
 * @param view of the units that the names are in. @param taken boxes in pixels.
 */
export function placeNames(
	names: readonly PlaceName[],
	view: View,
	fontSize: number,
	taken: readonly Box[],
): PlacedName[] {
	const boxes = [...taken];
	const size = fontSize * nameStyle.size;
	return names.flatMap(({ name, spots }) => {
		const halfWidth = halfWidthOf(name, size) + (name.length * nameStyle.spacing * size) / 2;
		const halfHeight = (lineHeight * size) / 2;
		for (const spot of spots) {
			if (spot.room * view.scale < 2 * halfWidth) continue;
			const [x, y] = [spot.x * view.scale + view.left, spot.y * view.scale + view.top];
			const box = boxAround(x, y, halfWidth + air * size, halfHeight + air * size);
			const isSeen =
				box.left >= 0 && box.right <= view.width && box.top >= 0 && box.bottom <= view.height;
			if (!isSeen || boxes.some((other) => overlap(other, box))) continue;
			boxes.push(box);
			return [{ text: name, x: Math.round(x), y: Math.round(y) }];
		}
		return [];
	});
}

export const boxAround = (x: number, y: number, halfWidth: number, halfHeight: number): Box => ({
	...{ left: x - halfWidth, right: x + halfWidth },
	...{ top: y - halfHeight, bottom: y + halfHeight },
});

const overlap = (one: Box, other: Box): boolean =>
	one.left < other.right &&
	other.left < one.right &&
	one.top < other.bottom &&
	other.top < one.bottom;
