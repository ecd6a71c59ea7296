import { alignView } from '../map/compare/align';
import type { View } from '../map/labels';
import type { Drawing } from '../map/projection';
import type { Frame } from './map';
import { palette } from './palette';

/** Part of a frame's shorter side over which the land fades out towards its edges. */
const fading = 0.08;

/**
 * What lies around a map, cut off at a frame; nothing where that isn't known. Neighbours go unnamed, as areas do.
 * @param view how the map's drawing lies. @param prefix keeps several maps in one picture apart.
 */
export function drawAround(drawing: Drawing, view: View, frame: Frame, prefix: string): string {
	const { surroundings, insets } = drawing;
	if (!surroundings) return '';
	const { x, y, width, height } = frame;
	const fade = fading * Math.min(width, height);
	const ground = alignView(surroundings, drawing, view);
	const place = ({ left, top, scale }: View) =>
		`transform="translate(${left.toFixed(1)} ${top.toFixed(1)}) scale(${scale.toFixed(4)})"`;
	return [
		`<filter id="${prefix}-fade"><feGaussianBlur stdDeviation="${(fade / 2).toFixed(1)}"/></filter>`,
		`<mask id="${prefix}-around" maskUnits="userSpaceOnUse" x="${x}" y="${y}" width="${width}" height="${height}">`,
		`<rect x="${x + fade}" y="${y + fade}" width="${width - 2 * fade}" height="${height - 2 * fade}" fill="#fff" filter="url(#${prefix}-fade)"/></mask>`,
		`<g mask="url(#${prefix}-around)" stroke-linejoin="round">`,
		`<g ${place(ground)}>`,
		`<path d="${surroundings.land}" fill="${palette.land}" fill-rule="evenodd" stroke="${palette.land}" stroke-width="5"/>`,
		`<path d="${surroundings.borders}" fill="none" stroke="${palette.ground}" stroke-width="${(1.25 / ground.scale).toFixed(2)}"/>`,
		'</g>',
		`<g ${place(view)} fill="${palette.ground}">`,
		...insets.map(
			({ frame: { left, top, right, bottom } }) =>
				`<path d="M${left} ${top}H${right}V${bottom}H${left}z"/>`,
		),
		'</g></g>',
	].join('');
}
