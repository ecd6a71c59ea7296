import { alignView } from '../map/compare/align';
import { drawAround } from './around';
import type { Frame } from './frame';
import { drawMap, drawPlaced, placeIn, type MapPicture } from './map';
import { palette } from './palette';
import { fitted, leadingOf, textLines, upperFirst, widthOf } from './text';

/** A second map, to the left of a divider. */
export interface OtherMap {
	map: MapPicture;
	/** What it and the first map are called. */
	title: string;
	ownTitle: string;
	/** Per cent of the width to the left of the divider. */
	divider: number;
}

/** Room for the names of both maps above them. */
export const namesHeight = 64;
const { ground, ink } = palette;

/** Two maps in one frame, places upon places, with a divider between and a name above each. */
export function drawComparison(own: MapPicture, other: OtherMap, whole: Frame): string {
	const frame = { ...whole, y: whole.y + namesHeight, height: whole.height - namesHeight };
	const { x, y, width, height } = frame;
	const room = (width * other.divider) / 100;
	const placed = placeIn(frame, own.drawing);
	const view = alignView(other.map.drawing, own.drawing, placed);
	const around = drawAround(own.drawing, placed, frame, 'other');
	const left = `x="${x}" y="${y}" width="${room}" height="${height}"`;
	return [
		drawMap(own, frame),
		`<clipPath id="left"><rect ${left}/></clipPath>`,
		`<g clip-path="url(#left)"><rect ${left} fill="${ground}"/>${around}${drawPlaced(other.map, view, 'other')}</g>`,
		`<path d="M${x + room} ${y - 8}v${height + 16}" stroke="${ink}" stroke-width="2"/>`,
		drawName(other.title, whole, 'start'),
		drawName(other.ownTitle, whole, 'end'),
	].join('');
}

/** A name in a box at its own side, in less than half of the width. */
function drawName(name: string, { x, y, width }: Frame, anchor: 'start' | 'end'): string {
	const most = width * 0.47;
	const { size, lines } = fitted(upperFirst(name), {
		...{ width: most - 24, lines: 2, sizes: [20, 18, 16], weight: 600 },
	});
	const wide = Math.min(most, Math.max(...lines.map(widthOf)) * size * 1.05 + 24);
	const leading = leadingOf(size);
	const from = anchor === 'start' ? x : x + width - wide;
	const edge = anchor === 'start' ? from + 12 : from + wide - 12;
	return [
		`<rect x="${from.toFixed(1)}" y="${y}" width="${wide.toFixed(1)}" height="${lines.length * leading + 6}" fill="${ground}" stroke="${palette['rule-strong']}"/>`,
		textLines(lines, [edge, y + size + 2], { size, colour: ink, weight: 600, anchor }),
	].join('');
}
