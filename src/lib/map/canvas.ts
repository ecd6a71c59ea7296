import {
	Map as MapLibreMap,
	setWorkerUrl,
	type ExpressionSpecification,
	type StyleSpecification,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { FeatureCollection, MultiLineString } from 'geojson';
import { mapStates, type MapState } from './mapState';
import { patterns, patternStates, type Pattern } from './patterns';
import type { Bounds } from './projection';

export type { MapLibreMap };

export const AREAS = 'areas';
export const OUTLINE = 'outline';
export const FILL = 'area-fill';
export const BORDER = 'area-border';
export const DASHED = 'area-dashed';
export const ACTIVE = 'area-active';
export const PULSE = 'area-pulse';
export const patternLayer = (state: string) => `area-pattern-${state}`;

const stateNumbers = new Map(mapStates.map((state, index) => [state, index]));
/** How strong what isn't highlighted stays. */
const faint = 0.2;
const borderWidth = 1;

/**
 * Colours every area by its state: one feature-state each, whatever the number of layers.
 * The source's features must have been loaded with their ids.
 */
export function recolour(
	map: Pick<MapLibreMap, 'setFeatureState'>,
	states: Iterable<readonly [id: number, state: MapState]>,
): void {
	for (const [id, state] of states)
		map.setFeatureState({ source: AREAS, id }, { state: stateNumbers.get(state) ?? 0 });
}

/** Reads a colour token where it holds; `light-dark()` only resolves as the colour of an element. */
function readTokens(element: HTMLElement): (token: string) => string {
	const probe = element.appendChild(document.createElement('span'));
	const style = getComputedStyle(probe);
	const colours = new Map<string, string>();
	const read = (token: string) => {
		probe.style.color = `var(${token})`;
		return style.color;
	};
	for (const token of tokens) colours.set(token, read(token));
	probe.remove();
	return (token) => colours.get(token) ?? 'transparent';
}

const tokens = [
	...Array.from({ length: 6 }, (_, index) => `--class-${index}`),
	...['--area-ground', '--ground', '--ink', '--ink-quiet', '--rule-strong', '--overdue', '--focus'],
];

const state: ExpressionSpecification = ['coalesce', ['feature-state', 'state'], -1];
const isState = (one: MapState): ExpressionSpecification => ['==', state, mapStates.indexOf(one)];
const flag = (name: string): ExpressionSpecification => [
	'case',
	['boolean', ['feature-state', name], false],
	1,
	0,
];

function strength(highlighted: MapState | null): ExpressionSpecification | number {
	return highlighted ? ['case', isState(highlighted), 1, faint] : 1;
}

function patternStrength(one: MapState, highlighted: MapState | null): ExpressionSpecification {
	return ['case', isState(one), highlighted && highlighted !== one ? faint : 1, 0];
}

function fillColour(colour: (token: string) => string): ExpressionSpecification {
	const classes = Array.from({ length: 6 }, (_, index) => [index, colour(`--class-${index}`)]);
	return ['match', state, ...classes.flat(), colour('--area-ground')] as ExpressionSpecification;
}

function styleOf(
	areas: FeatureCollection,
	outline: MultiLineString,
	colour: (token: string) => string,
): StyleSpecification {
	const geojson = { type: 'geojson' as const, tolerance: 0.2, buffer: 8 };
	const line = { type: 'line' as const, source: AREAS, layout: { 'line-join': 'round' as const } };
	return {
		version: 8,
		sources: {
			[AREAS]: { ...geojson, data: areas },
			[OUTLINE]: { ...geojson, data: outline },
		},
		layers: [
			{
				id: FILL,
				type: 'fill',
				source: AREAS,
				paint: { 'fill-color': fillColour(colour), 'fill-antialias': false },
			},
			...patternStates.map((one) => ({
				id: patternLayer(one),
				type: 'fill' as const,
				source: AREAS,
				paint: {
					'fill-pattern': one,
					'fill-opacity': patternStrength(one, null),
					'fill-antialias': false,
				},
			})),
			{
				...line,
				id: BORDER,
				paint: { 'line-color': colour('--ground'), 'line-width': borderWidth },
			},
			{
				id: OUTLINE,
				type: 'line',
				source: OUTLINE,
				paint: { 'line-color': colour('--rule-strong'), 'line-width': borderWidth },
			},
			{
				...line,
				id: DASHED,
				paint: {
					'line-color': colour('--rule-strong'),
					'line-dasharray': [3, 3],
					'line-opacity': ['case', isState('notRequired'), 1, 0],
				},
			},
			{
				...line,
				id: PULSE,
				paint: {
					'line-color': colour('--focus'),
					'line-width': 0,
					'line-opacity': flag('pulse'),
				},
			},
			{
				...line,
				id: ACTIVE,
				paint: { 'line-color': colour('--ink'), 'line-width': 3, 'line-opacity': flag('active') },
			},
		],
	};
}

export interface CanvasOptions {
	container: HTMLElement;
	areas: FeatureCollection;
	outline: MultiLineString;
	bounds: Bounds;
	/** Whether it can be moved; texts say how, where one finger or the wheel scrolls the page. */
	gestures: { wheel: string; wheelMac: string; fingers: string } | null;
}

/** A map of nothing but the given areas: no tile, glyph, sprite or font is asked for. */
export function createCanvas({
	container,
	areas,
	outline,
	bounds,
	gestures,
}: CanvasOptions): MapLibreMap {
	setWorkerUrl(workerUrl);
	const colour = readTokens(container);
	const map = new MapLibreMap({
		container,
		style: styleOf(areas, outline, colour),
		bounds: [...bounds],
		fitBoundsOptions: { padding: 0 },
		attributionControl: false,
		interactive: gestures !== null,
		cooperativeGestures: gestures !== null,
		locale: gestures
			? {
					'CooperativeGesturesHandler.WindowsHelpText': gestures.wheel,
					'CooperativeGesturesHandler.MacHelpText': gestures.wheelMac,
					'CooperativeGesturesHandler.MobileHelpText': gestures.fingers,
				}
			: {},
		keyboard: false,
		dragRotate: false,
		pitchWithRotate: false,
		touchPitch: false,
		renderWorldCopies: false,
		fadeDuration: 0,
	});
	map.touchZoomRotate.disableRotation();
	map.on('style.load', () => addPatterns(map, colour));
	return map;
}

function addPatterns(map: MapLibreMap, colour: (token: string) => string): void {
	const ratio = 2;
	for (const name of patternStates) {
		const pattern = patterns[name];
		const image = drawPattern(pattern, colour(pattern.colour), colour('--area-ground'), ratio);
		if (map.hasImage(name)) map.updateImage(name, image);
		else map.addImage(name, image, { pixelRatio: ratio });
	}
}

function drawPattern(pattern: Pattern, ink: string, ground: string, ratio: number): ImageData {
	const side = pattern.size * ratio;
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = side;
	const context = canvas.getContext('2d');
	if (!context) throw new Error('This browser draws no patterns.');
	context.scale(ratio, ratio);
	context.fillStyle = ground;
	context.fillRect(0, 0, pattern.size, pattern.size);
	context.strokeStyle = context.fillStyle = ink;
	for (const mark of pattern.marks) {
		context.beginPath();
		if (mark.shape === 'line') {
			context.moveTo(...mark.from);
			context.lineTo(...mark.to);
		} else context.arc(...mark.at, mark.radius, 0, 2 * Math.PI);
		if (mark.shape === 'dot') context.fill();
		else {
			context.lineWidth = mark.width;
			context.stroke();
		}
	}
	return context.getImageData(0, 0, side, side);
}

/** Borders of this width (pixels) at the present zoom, which become full ones when zooming in. */
export function thinBorders(map: MapLibreMap, width: number): void {
	const zoom = map.getZoom();
	const widths: ExpressionSpecification = [
		'interpolate',
		['linear'],
		['zoom'],
		zoom,
		width,
		zoom + 3,
		1,
	];
	map.setPaintProperty(BORDER, 'line-width', widths);
}

/** After the theme changed. */
export function repaint(map: MapLibreMap): void {
	const colour = readTokens(map.getContainer());
	addPatterns(map, colour);
	map.setPaintProperty(FILL, 'fill-color', fillColour(colour));
	map.setPaintProperty(BORDER, 'line-color', colour('--ground'));
	for (const layer of [OUTLINE, DASHED])
		map.setPaintProperty(layer, 'line-color', colour('--rule-strong'));
	map.setPaintProperty(PULSE, 'line-color', colour('--focus'));
	map.setPaintProperty(ACTIVE, 'line-color', colour('--ink'));
}

/** Leaves only the areas in this state at full strength; null: all. */
export function highlight(map: MapLibreMap, highlighted: MapState | null): void {
	map.setPaintProperty(FILL, 'fill-opacity', strength(highlighted));
	for (const one of patternStates)
		map.setPaintProperty(patternLayer(one), 'fill-opacity', patternStrength(one, highlighted));
}

/** One quiet ring around each area, which thins out; returns what clears it away. */
export function pulse(map: MapLibreMap, ids: ReadonlySet<number>): () => void {
	const mark = (pulsing: boolean) => {
		for (const id of ids) map.setFeatureState({ source: AREAS, id }, { pulse: pulsing });
	};
	const setWidth = (width: number, duration: number) => {
		map.setPaintProperty(PULSE, 'line-width-transition', { duration });
		map.setPaintProperty(PULSE, 'line-width', width);
	};
	mark(true);
	setWidth(6, 0);
	const frame = requestAnimationFrame(() => setWidth(0, 1600));
	return () => {
		cancelAnimationFrame(frame);
		mark(false);
	};
}

/** Outlines one area; returns what undoes it. */
export function activate(map: MapLibreMap, id: number): () => void {
	map.setFeatureState({ source: AREAS, id }, { active: true });
	return () => map.setFeatureState({ source: AREAS, id }, { active: false });
}
