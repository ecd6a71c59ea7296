import type { MapState } from '../contracts/map/states';
import { borderWidth } from '../map/borders';
import { fitView, type View } from '../map/labels/labels';
import { hasPattern, patterns, patternStates, texture, type Mark } from '../map/styles/patterns';
import type { Drawing } from '../map/geometry/projection';
import type { Palette } from '../map/styles/class-styles';
import { drawAround } from './around';
import type { Frame } from './frame';
import { palette, rampColour } from './palette';

export interface MapPicture {
	drawing: Drawing;
	/** By area; one that is missing is drawn as not required. */
	states: ReadonlyMap<number, MapState>;
	ramp: Palette;
	/** Only areas in these states keep their strength; none: all do. */
	highlighted: ReadonlySet<MapState>;
	/** Areas whose share rests on few cases. */
	uncertain: ReadonlySet<number>;
	/** Outlined. */
	active: number | null;
}

/** The colours of `map/styles/states.css` in the names of `map/styles/patterns.ts`. */
const inks = {
	'--ink': palette.ink,
	'--ink-quiet': palette['ink-quiet'],
	'--ground': palette.ground,
	'--overdue': palette.overdue,
} as const;

/** The map in a frame, in the middle of it, with what lies around. */
export function drawMap(map: MapPicture, frame: Frame): string {
	const view = placeIn(frame, map.drawing);
	return drawAround(map.drawing, view, frame, 'map') + drawPlaced(map, view, 'map');
}

/** Where a drawing lies that is in the middle of a frame, as large as it fits. */
export function placeIn(frame: Frame, drawing: Drawing): View {
	const { left, top, ...view } = fitView(drawing, frame.width, frame.height);
	return { ...view, left: frame.x + left, top: frame.y + top };
}

/** @param prefix keeps the tiles of several maps in one picture apart. */
export function drawPlaced(
	{ drawing, states, ramp, highlighted, uncertain, active }: MapPicture,
	{ scale, left, top }: View,
	prefix: string,
): string {
	const { shapes, insets, groups, outline } = drawing;
	const stroke = (pixels: number) => Number((pixels / scale).toFixed(2));
	const border = stroke(borderWidth(drawing, scale));
	const stateOf = (id: number) => states.get(id) ?? 'notRequired';
	const area = ({ id, path }: { id: number; path: string }) => {
		const state = stateOf(id);
		const edge = rampColour(state, ramp) === null ? palette['rule-strong'] : palette.ground;
		const dashes = state === 'notRequired' ? ` stroke-dasharray="${stroke(3)}"` : '';
		const faint = highlighted.size > 0 && !highlighted.has(state) ? ' opacity="0.2"' : '';
		return `<path d="${path}" fill="${fillOf(state, ramp, prefix)}"${faint} stroke="${edge}" stroke-width="${border}"${dashes}/>`;
	};
	const line = (path: string, colour: string, pixels: number) =>
		`<path d="${path}" fill="none" stroke="${colour}" stroke-width="${stroke(pixels)}"/>`;
	const chosen = [...groups, ...shapes].find(({ id }) => id === active);
	return [
		`<g transform="translate(${left.toFixed(1)} ${top.toFixed(1)}) scale(${scale.toFixed(4)})" fill-rule="evenodd" stroke-linejoin="round">`,
		patternTiles(prefix, 1 / scale),
		textureTile(prefix, 1 / scale),
		...insets.flatMap(({ ids: [id], frame: { left, top, right, bottom } }) => {
			const box = `M${left} ${top}H${right}V${bottom}H${left}z`;
			return id === undefined ? [] : [line(box, palette['rule-strong'], 1)];
		}),
		...shapes.map(area),
		...shapes
			.filter(({ id }) => uncertain.has(id))
			.map(({ path }) => `<path d="${path}" fill="${textureOf(prefix)}"/>`),
		line(outline, palette['rule-strong'], 1),
		...groups.map(({ path }) => line(path, palette.ink, 0.8)),
		...(chosen ? [line(chosen.path, palette.ground, 6), line(chosen.path, palette.ink, 3)] : []),
		'</g>',
	].join('');
}

/** What an area in a state is filled with, where the tiles of this prefix are. */
export const fillOf = (state: MapState, ramp: Palette, prefix: string): string =>
	hasPattern(state)
		? `url(#${prefix}-${state})`
		: (rampColour(state, ramp) ?? palette['area-ground']);

/** What lies over an uncertain area. */
export const textureOf = (prefix: string): string => `url(#${prefix}-uncertain)`;

/**
 * @param prefix keeps tiles of several sizes in one picture apart.
 * @param scale of a tile: marks keep their size in whatever they lie in.
 */
export function patternTiles(prefix: string, scale: number): string {
	const tiles = patternStates.map((state) => {
		const { size, colour, marks } = patterns[state];
		const ground = `<rect width="${size}" height="${size}" fill="${palette['area-ground']}"/>`;
		const drawn = marks.map((mark: Mark) => drawMark(mark, inks[colour])).join('');
		return `<pattern id="${prefix}-${state}" ${sized(size, scale)}>${ground}${drawn}</pattern>`;
	});
	return `<defs>${tiles.join('')}</defs>`;
}

/** The tile of `textureOf`, as those of patterns. */
export function textureTile(prefix: string, scale: number): string {
	const lines = texture.lines.map(
		({ path, colour, opacity, width }) =>
			`<path d="${path}" fill="none" stroke="${inks[colour]}" stroke-opacity="${opacity}" stroke-width="${width}"/>`,
	);
	return `<defs><pattern id="${prefix}-uncertain" ${sized(texture.size, scale)}>${lines.join('')}</pattern></defs>`;
}

const sized = (size: number, scale: number) =>
	`width="${size}" height="${size}" patternUnits="userSpaceOnUse" patternTransform="scale(${scale.toFixed(4)})"`;

function drawMark(mark: Mark, colour: string): string {
	if (mark.shape === 'line')
		return `<path d="M${mark.from.join(' ')}L${mark.to.join(' ')}" stroke="${colour}" stroke-width="${mark.width}"/>`;
	const [x, y] = mark.at;
	const paint =
		mark.shape === 'dot'
			? `fill="${colour}"`
			: `fill="none" stroke="${colour}" stroke-width="${mark.width}"`;
	return `<circle cx="${x}" cy="${y}" r="${mark.radius}" ${paint}/>`;
}
