import { alignView } from '../map/compare/align';
import type { View } from '../map/labels/labels';
import type { Drawing } from '../map/geometry/projection';
import type { Frame } from './frame';
import { palette } from './palette';

/** Pixels that the land reaches beyond the frame, and over which it fades out there. */
const bleed = 26;
const fade = 20;

/**
 * What lies around a map, up to a little beyond its frame; nothing where that isn't known. Neighbours go unnamed, as areas do.
 * @param view how the map's drawing lies. @param prefix keeps several maps in one picture apart.
 */
export function drawAround(drawing: Drawing, view: View, frame: Frame, prefix: string): string {
	const { surroundings, insets } = drawing;
	if (!surroundings) return '';
	const [x, y] = [frame.x - bleed, frame.y - bleed];
	const [width, height] = [frame.width + 2 * bleed, frame.height + 2 * bleed];
	const ground = alignView(surroundings, drawing, view);
	const place = ({ left, top, scale }: View) =>
		`transform="translate(${left.toFixed(1)} ${top.toFixed(1)}) scale(${scale.toFixed(4)})"`;
	return [
		`<clipPath id="${prefix}-around"><rect x="${x}" y="${y}" width="${width}" height="${height}"/></clipPath>`,
		`<g clip-path="url(#${prefix}-around)" stroke-linejoin="round">`,
		`<g ${place(ground)}>`,
		`<path d="${surroundings.land}" fill="${palette.land}" fill-rule="evenodd" stroke="${palette.land}" stroke-width="5"/>`,
		`<path d="${surroundings.borders}" fill="none" stroke="${palette.ground}" stroke-width="${(1.25 / ground.scale).toFixed(2)}"/>`,
		'</g>',
		`<g ${place(view)} fill="${palette.ground}">`,
		...insets.map(
			({ frame: { left, top, right, bottom } }) =>
				`<path d="M${left} ${top}H${right}V${bottom}H${left}z"/>`,
		),
		'</g>',
		fadeFrom(`${prefix}-left`, [0, 0, 1, 0], { x, y, width: fade, height }),
		fadeFrom(`${prefix}-right`, [1, 0, 0, 0], { x: x + width - fade, y, width: fade, height }),
		fadeFrom(`${prefix}-top`, [0, 0, 0, 1], { x, y, width, height: fade }),
		fadeFrom(`${prefix}-bottom`, [0, 1, 0, 0], { x, y: y + height - fade, width, height: fade }),
		'</g>',
	].join('');
}

/** The paper's colour over an edge, thinner from one side to the other: viewers blur and mask in ways of their own. */
function fadeFrom(
	id: string,
	[x1, y1, x2, y2]: readonly [number, number, number, number],
	{ x, y, width, height }: Frame,
): string {
	const stop = (offset: number, opacity: number) =>
		`<stop offset="${offset}" stop-color="${palette.ground}" stop-opacity="${opacity}"/>`;
	return [
		`<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stop(0, 1)}${stop(1, 0)}</linearGradient>`,
		`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="url(#${id})"/>`,
	].join('');
}
