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
}

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
const lineHeight = 1.25;

/**
 * Chooses which names can be written: each inside its area, none over another, roomier areas first.
 * Positions are in pixels of the view.
 */
export function placeLabels(
	spots: readonly (LabelSpot & { id: number })[],
	names: ReadonlyMap<number, string>,
	view: View,
	fontSize: number,
): PlacedLabel[] {
	const placed: (PlacedLabel & { halfWidth: number })[] = [];
	const height = fontSize * lineHeight;
	for (const spot of spots.toSorted((one, other) => other.room - one.room)) {
		const text = names.get(spot.id);
		if (!text) continue;
		const halfWidth = (text.length * letterWidth * fontSize) / 2;
		if (2 * halfWidth > spot.room * view.scale) continue;
		const x = spot.x * view.scale + view.left;
		const y = spot.y * view.scale + view.top;
		const outside =
			x < halfWidth || x > view.width - halfWidth || y < height / 2 || y > view.height - height / 2;
		if (outside) continue;
		const collides = placed.some(
			(other) =>
				Math.abs(other.x - x) < other.halfWidth + halfWidth + 2 && Math.abs(other.y - y) < height,
		);
		if (!collides)
			placed.push({ id: spot.id, text, x, y, between: spot.between === true, halfWidth });
	}
	return placed.map(({ halfWidth: _, x, y, ...label }) => ({ ...label, x: round(x), y: round(y) }));
}

const round = (value: number) => Math.round(value * 10) / 10;
