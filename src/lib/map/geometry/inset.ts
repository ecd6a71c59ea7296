import { boxOf, type Box } from './boxes';
import { project, unproject } from './mercator';
import type { Point } from './point';

/** Areas far from all others, drawn in a frame in a free corner, as maps of Vietnam do. */
export interface Inset {
	ids: number[];
	/** In units of the drawing. */
	frame: Box;
	/** From Web Mercator to where it is drawn, in Web Mercator too: `point * scale + shift`. */
	scale: number;
	shift: Point;
	/** Half of what the smallest island measures, in Web Mercator: smaller ones are drawn so large. */
	speck: number;
}

/** How the drawing lies in Web Mercator: `(point - origin) * scale` are its units. */
export interface Ground {
	origin: Point;
	scale: number;
	width: number;
	height: number;
	/** Every point of the areas that are drawn already, in its units. */
	drawn: readonly Point[];
}

/** Widths of a frame as parts of the drawing's, the first that finds a free place. */
const widths = [0.32, 0.29, 0.26, 0.23, 0.2];
/** In units of a drawing of 1,000: a line of text, the air beside the islands, half an island. */
const sizes = { caption: 44, air: 10, speck: 2.5, margin: 4 };
/** Places that are tried along the edge. */
const rows = 100;

/** @param remote boxes in Web Mercator of each group with the ids of its areas. */
export function placeInsets(
	ground: Ground,
	remote: readonly { ids: number[]; box: Box }[],
): Inset[] {
	const drawn = [...ground.drawn];
	return remote.map(({ ids, box }) => {
		const frame = bestFrame(ground, drawn, box, ids.length);
		drawn.push(...pointsWithin(frame));
		const { caption, air, speck } = sizes;
		const inner = {
			width: frame.right - frame.left - 2 * air,
			height: frame.bottom - frame.top - air - caption * ids.length,
		};
		const [width, height] = sidesOf(box);
		const scale = Math.min(inner.width / width, inner.height / height) / ground.scale;
		const centre = (low: number, high: number) => (low + high) / 2;
		const target: Point = [
			ground.origin[0] + centre(frame.left, frame.right) / ground.scale,
			ground.origin[1] + (frame.top + air / 2 + inner.height / 2) / ground.scale,
		];
		return {
			ids,
			frame,
			scale,
			shift: [
				target[0] - centre(box.left, box.right) * scale,
				target[1] - centre(box.top, box.bottom) * scale,
			],
			speck: speck / ground.scale,
		};
	});
}

const sidesOf = (box: Box): Point => [
	Math.max(box.right - box.left, Number.EPSILON),
	Math.max(box.bottom - box.top, Number.EPSILON),
];

/**
 * A place over nothing that is drawn, at the edge towards the islands (beyond the other one lie other
 * countries), as near as can be to how far north they are.
 */
function bestFrame(ground: Ground, drawn: readonly Point[], box: Box, captions: number): Box {
	const [boxWidth, boxHeight] = sidesOf(box);
	const isEast = (box.left - ground.origin[0]) * ground.scale > ground.width / 2;
	const truly = ((box.top + box.bottom) / 2 - ground.origin[1]) * ground.scale;
	const { air, caption, margin } = sizes;
	let best: { frame: Box; covered: number; off: number } | undefined;
	for (const part of widths) {
		const width = Math.round(part * ground.width);
		const picture = Math.min(width, Math.max(width / 3, (width * boxHeight) / boxWidth));
		const height = Math.round(picture + air + caption * captions);
		const most = [ground.width - width - margin, ground.height - height - margin] as const;
		const left = Math.max(0, isEast ? most[0] : margin);
		const inReach = drawn.filter(([x]) => x >= left && x <= left + width).map(([, y]) => y);
		for (let row = 0; row <= rows; row++) {
			const top = Math.round(margin + (Math.max(0, most[1] - margin) * row) / rows);
			const frame = { left, top, right: left + width, bottom: top + height };
			const covered = inReach.filter((y) => y >= frame.top && y <= frame.bottom).length;
			const off = Math.abs(top + height / 2 - truly);
			if (!best || covered < best.covered || (covered === best.covered && off < best.off))
				best = { frame, covered, off };
		}
		if (best?.covered === 0) break;
	}
	return best?.frame ?? { left: 0, top: 0, right: ground.width, bottom: ground.height };
}

/** Enough points of a frame for another one to keep off. */
const pointsWithin = ({ left, top, right, bottom }: Box): Point[] =>
	[0, 0.25, 0.5, 0.75, 1].flatMap((part) => [
		[left, top + (bottom - top) * part] as const,
		[(left + right) / 2, top + (bottom - top) * part] as const,
		[right, top + (bottom - top) * part] as const,
	]);

/** A ring of an area of the inset, in degrees, where it is drawn; an islet becomes a small lozenge. */
export function placeRing({ scale, shift, speck }: Inset, ring: readonly Point[]): Point[] {
	const points = ring.map((point): Point => {
		const [x, y] = project(point);
		return [x * scale + shift[0], y * scale + shift[1]];
	});
	const box = boxOf(points);
	const isSpeck = Math.max(box.right - box.left, box.bottom - box.top) < 2 * speck;
	return (
		isSpeck ? lozenge([(box.left + box.right) / 2, (box.top + box.bottom) / 2], speck) : points
	).map(unproject);
}

export const lozenge = ([x, y]: Point, half: number): Point[] => [
	[x - half, y],
	[x, y - half],
	[x + half, y],
	[x, y + half],
];

/** The inset whose frame holds a place of the drawing. */
export const insetAt = (insets: readonly Inset[], [x, y]: Point): Inset | undefined =>
	insets.find(
		({ frame }) => x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom,
	);
