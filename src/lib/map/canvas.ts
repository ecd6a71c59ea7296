import {
	Map as MapLibreMap,
	setWorkerUrl,
	type ExpressionSpecification,
	type GeoJSONFeatureDiff,
	type GeoJSONSource,
	type StyleSpecification,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Feature, FeatureCollection, MultiLineString } from 'geojson';
import { classStates, mapStates, type MapState } from './mapState';
import { addPatterns } from './pattern-images';
import type { Bounds } from './projection';

export type { MapLibreMap };

export const AREAS = 'areas';
/** The areas without a colour of the ramp, each with its state as a property. */
export const PATTERNED = 'patterned';
export const OUTLINE = 'outline';
export const FILL = 'area-fill';
export const PATTERN = 'area-pattern';
export const BORDER = 'area-border';
export const DASHED = 'area-dashed';
export const ACTIVE = 'area-active';
export const PULSE = 'area-pulse';

/** How strong what isn't highlighted stays. */
const faint = 0.2;
const borderWidth = 1;

const stateNumbers = Object.fromEntries(mapStates.map((name, index) => [name, index])) as Record<
	MapState,
	number
>;
const stateValues = mapStates.map((_, state) => ({ state }));

/** What a map shows at the moment, so that only what differs is touched. */
interface Memory {
	features: ReadonlyMap<number, Feature>;
	/** By area id: number of the state plus one, 0 = not coloured yet. */
	shown: Uint8Array;
}
const memories = new WeakMap<object, Memory>();

/**
 * Colours areas by their states. The fill is the only layer that reads feature-state: each further one
 * would cost every recolouring as much again. Patterns can't read it, and have a source of their own.
 */
export function recolour(
	map: MapLibreMap,
	states: Iterable<readonly [id: number, state: MapState]>,
): void {
	const memory = memories.get(map);
	if (!memory) return;
	const { features, shown } = memory;
	const target = { source: AREAS, id: 0 };
	const add: Feature[] = [];
	const update: GeoJSONFeatureDiff[] = [];
	const remove: number[] = [];
	for (const [id, name] of states) {
		const number = stateNumbers[name];
		const before = shown[id];
		if (before === undefined || before === number + 1) continue;
		shown[id] = number + 1;
		target.id = id;
		map.setFeatureState(target, stateValues[number]);
		const isPatterned = number >= classStates.length;
		const wasPatterned = before > classStates.length;
		const feature = isPatterned && !wasPatterned ? features.get(id) : undefined;
		if (feature) add.push({ ...feature, properties: { state: name } });
		// Outlines that are there already needn't travel to the worker again.
		else if (isPatterned)
			update.push({ id, addOrUpdateProperties: [{ key: 'state', value: name }] });
		else if (wasPatterned) remove.push(id);
	}
	if (add.length + update.length + remove.length > 0)
		void sourceOf(map, PATTERNED)?.updateData({ add, update, remove });
}

const sourceOf = (map: MapLibreMap, name: string) => map.getSource<GeoJSONSource>(name);

function collect(map: MapLibreMap, ids: Iterable<number>): FeatureCollection {
	const features = memories.get(map)?.features;
	return {
		type: 'FeatureCollection',
		features: [...ids].flatMap((id) => features?.get(id) ?? []),
	};
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
const stateName: ExpressionSpecification = ['get', 'state'];

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
	const none: FeatureCollection = { type: 'FeatureCollection', features: [] };
	const round = { 'line-join': 'round' as const };
	return {
		version: 8,
		sources: {
			[AREAS]: { ...geojson, data: areas },
			[OUTLINE]: { ...geojson, data: outline },
			...Object.fromEntries(
				[PATTERNED, PULSE, ACTIVE].map((name) => [name, { ...geojson, data: none }]),
			),
		},
		layers: [
			{
				id: FILL,
				type: 'fill',
				source: AREAS,
				paint: { 'fill-color': fillColour(colour), 'fill-antialias': false },
			},
			{
				id: PATTERN,
				type: 'fill',
				source: PATTERNED,
				filter: ['!=', stateName, 'notRequired'],
				paint: { 'fill-pattern': stateName, 'fill-antialias': false },
			},
			{
				id: BORDER,
				type: 'line',
				source: AREAS,
				layout: round,
				paint: { 'line-color': colour('--ground'), 'line-width': borderWidth },
			},
			{
				id: OUTLINE,
				type: 'line',
				source: OUTLINE,
				paint: { 'line-color': colour('--rule-strong'), 'line-width': borderWidth },
			},
			{
				id: DASHED,
				type: 'line',
				source: PATTERNED,
				filter: ['==', stateName, 'notRequired'],
				paint: { 'line-color': colour('--rule-strong'), 'line-dasharray': [3, 3] },
			},
			{
				id: PULSE,
				type: 'line',
				source: PULSE,
				layout: round,
				paint: { 'line-color': colour('--focus'), 'line-width': 0 },
			},
			{
				id: ACTIVE,
				type: 'line',
				source: ACTIVE,
				layout: round,
				paint: { 'line-color': colour('--ink'), 'line-width': 3 },
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
	const byId = areas.features.map((feature) => [Number(feature.id), feature] as const);
	const greatest = byId.reduce((most, [id]) => Math.max(most, id), 0);
	memories.set(map, { features: new Map(byId), shown: new Uint8Array(greatest + 1) });
	map.touchZoomRotate.disableRotation();
	map.on('style.load', () => addPatterns(map, colour));
	return map;
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
	const strengthBy = (
		value: ExpressionSpecification,
		wanted: string | number,
	): ExpressionSpecification => ['case', ['==', value, wanted], 1, faint];
	map.setPaintProperty(
		FILL,
		'fill-opacity',
		highlighted ? strengthBy(state, stateNumbers[highlighted]) : 1,
	);
	map.setPaintProperty(
		PATTERN,
		'fill-opacity',
		highlighted ? strengthBy(stateName, highlighted) : 1,
	);
}

/** One quiet ring around each area, which thins out; returns what clears it away. */
export function pulse(map: MapLibreMap, ids: ReadonlySet<number>): () => void {
	const setWidth = (width: number, duration: number) => {
		map.setPaintProperty(PULSE, 'line-width-transition', { duration });
		map.setPaintProperty(PULSE, 'line-width', width);
	};
	void sourceOf(map, PULSE)?.setData(collect(map, ids));
	setWidth(6, 0);
	const frame = requestAnimationFrame(() => setWidth(0, 1600));
	return () => {
		cancelAnimationFrame(frame);
		void sourceOf(map, PULSE)?.setData(collect(map, []));
	};
}

/** Outlines one area; returns what undoes it. */
export function activate(map: MapLibreMap, id: number): () => void {
	void sourceOf(map, ACTIVE)?.setData(collect(map, [id]));
	return () => void sourceOf(map, ACTIVE)?.setData(collect(map, []));
}
