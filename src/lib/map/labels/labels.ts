import type { LabelSpot } from './label-spot';

/** From units of a drawing to pixels of a box: `x * scale + left`. */
export interface View {
	scale: number;
	left: number;
	top: number;
	width: number;
	height: number;
}

export interface PlacedLabel {
	id: number;
	text: string;
	x: number;
	y: number;
	/** Lies on the ground, not on an area's colour. */
	between: boolean;
	/** Names a group of areas. */
	group?: true;
}

/** A place for a name; that of a group goes before those of areas, and beyond its borders. */
type NamedSpot = LabelSpot & { id: number; group?: true };

/** What a unit of a drawing comes to in pixels, about, where nobody knows: between a phone's width and a desk's. */
export const nominalScale = 0.6;

/** The drawing in its own units. */
export const nominalView = ({ width, height }: { width: number; height: number }): View => ({
	...{ scale: 1, left: 0, top: 0 },
	...{ width, height },
});

/** The whole drawing, as large as it fits, in the middle. */
export function fitView(
	drawing: { width: number; height: number },
	width: number,
	height: number,
): View {
	const scale = Math.min(width / drawing.width, height / drawing.height);
	return {
		scale,
		left: (width - drawing.width * scale) / 2,
		top: (height - drawing.height * scale) / 2,
		width,
		height,
	};
}

/** A generous mean width of a letter, in ems: there is no measuring on the server. */
const letterWidth = 0.58;
export const lineHeight = 1.25;
/** Names of groups are set in bold, and may be so many times as wide as their place. */
const groups = { weight: 1.1, over: 2.5 };
/** Where else the name of a group may stand, in half widths and line heights, the best place first. */
const beside = [
	[0, 0],
	[0, -0.8],
	[0, 0.8],
	[0.7, 0],
	[-0.7, 0],
] as const;

/** Half of the width that a name takes. */
export const halfWidthOf = (text: string, fontSize: number, group?: true): number =>
	(text.length * letterWidth * fontSize * (group ? groups.weight : 1)) / 2;

/**
 * Chooses which names can be written: each inside its area, none over another, roomier areas first.
 * Positions are in pixels of the view.
 */
export function placeLabels(
	spots: readonly NamedSpot[],
	names: ReadonlyMap<number, string>,
	view: View,
	fontSize: number,
): PlacedLabel[] {
	const placed: (PlacedLabel & { halfWidth: number })[] = [];
	const height = fontSize * lineHeight;
	const isFree = (x: number, y: number, halfWidth: number) =>
		x >= halfWidth &&
		x <= view.width - halfWidth &&
		y >= height / 2 &&
		y <= view.height - height / 2 &&
		!placed.some(
			(other) =>
				Math.abs(other.x - x) < other.halfWidth + halfWidth + 2 && Math.abs(other.y - y) < height,
		);
	const turn = (spot: NamedSpot) => (spot.line !== undefined ? 2 : spot.group ? 1 : 0);
	for (const spot of [...spots].sort((a, b) => turn(b) - turn(a) || b.room - a.room)) {
		const text = names.get(spot.id);
		if (!text) continue;
		const halfWidth = halfWidthOf(text, fontSize, spot.group);
		const middle = spot.x * view.scale + view.left;
		const y = spot.y * view.scale + view.top - ((spot.line ?? -0.5) + 0.5) * height;
		const label = { id: spot.id, text, between: spot.between === true, halfWidth };
		if (spot.line !== undefined) {
			// A caption may be wider than its frame: at the edge it moves inwards.
			const isSeen = middle > 0 && middle < view.width;
			const x = isSeen ? Math.min(Math.max(middle, halfWidth), view.width - halfWidth) : middle;
			placed.push({ ...label, x, y });
			continue;
		}
		const room = spot.room * (spot.group ? groups.over : 1);
		if (2 * halfWidth > room * view.scale) continue;
		const place = (spot.group ? beside : beside.slice(0, 1))
			.map(([across, down]) => ({ x: middle + across * halfWidth, y: y + down * height }))
			.find((one) => isFree(one.x, one.y, halfWidth));
		if (place) placed.push({ ...label, ...place, ...(spot.group && { group: spot.group }) });
	}
	return placed.map(({ halfWidth: _, x, y, ...label }) => ({ ...label, x: round(x), y: round(y) }));
}

const round = (value: number) => Math.round(value * 10) / 10;
