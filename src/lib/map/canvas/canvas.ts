import {
	Map as MapLibreMap,
	prewarm,
	setWorkerUrl,
	type ExpressionSpecification,
	type GeoJSONFeatureDiff,
	type GeoJSONSource,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Feature, FeatureCollection } from 'geojson';
import { everyState, isOtherState, type MapState } from '../../contracts/map/states';
import {
	ACTIVE,
	AREAS,
	BORDER,
	DASHED,
	FILL,
	fillColour,
	lineTokens,
	PATTERN,
	PATTERN_BORDER,
	PATTERNED,
	PULSE,
	readTokens,
	stateName,
	stateNumber,
	styleOf,
} from './style';
import { addPatterns } from './pattern-images';
import { extentOf, type Features } from './features';
import type { View } from '../labels/labels';
import type { Bounds } from '../geometry/mercator';
import type { Drawing } from '../geometry/projection';

export { AREAS, FILL };
export type { MapLibreMap };

/** How strong what isn't highlighted stays. */
const faint = 0.2;

const stateNumbers = Object.fromEntries(everyState.map((name, index) => [name, index])) as Record<
	MapState,
	number
>;
const stateValues = everyState.map((_, state) => ({ state }));
const patternValues = everyState.map((value) => [{ key: 'state', value }]);
const patterned = everyState.map(isOtherState);

setWorkerUrl(workerUrl);

/** Starts the workers, which takes them longer than anything else that a map waits for; they stay. */
export const startWorkers = prewarm;

/** What a map shows at the moment, so that only what differs is touched. */
interface Memory {
	features: ReadonlyMap<number, Feature>;
	/** By area id: number of the state plus one, 0 = not coloured yet. */
	shown: Uint8Array;
}
type States = Iterable<readonly [id: number, state: MapState]>;
const memories = new WeakMap<object, Memory>();

/** What is told of an area, written anew for each: thousands of them would be thousands of objects. */
const target = { source: AREAS, id: 0 };

const patternedAs = (feature: Feature, state: MapState): Feature => ({
	...feature,
	properties: { state },
});

/** Colours what has no colour yet, the patterns of which its style came with. */
function colourFirst(map: MapLibreMap, { shown }: Memory, states: States): void {
	for (const [id, name] of states) {
		if (shown[id] !== 0) continue;
		const number = stateNumbers[name];
		shown[id] = number + 1;
		target.id = id;
		map.setFeatureState(target, stateValues[number]);
	}
}

/**
 * Colours areas by their states. The fill is the only layer that reads feature-state: each further one
 * would cost every recolouring as much again. Patterns can't read it, and have a source of their own.
 */
export function recolour(map: MapLibreMap, states: States): void {
	const memory = memories.get(map);
	if (!memory) return;
	const { features, shown } = memory;
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
		const isPatterned = patterned[number] === true;
		const wasPatterned = before > 0 && patterned[before - 1] === true;
		const feature = isPatterned && !wasPatterned ? features.get(id) : undefined;
		if (feature) add.push(patternedAs(feature, name));
		// Outlines that are there already needn't travel to the worker again.
		else if (isPatterned) update.push({ id, addOrUpdateProperties: patternValues[number] ?? [] });
		else if (wasPatterned) remove.push(id);
	}
	if (add.length + update.length + remove.length > 0)
		void sourceOf(map, PATTERNED)?.updateData({ add, update, remove });
}

/** After the picture was lost and drawn anew, without the colours of its areas. */
export function forgetColours(map: MapLibreMap): void {
	memories.get(map)?.shown.fill(0);
	for (const name of [PATTERNED, PULSE, ACTIVE])
		void sourceOf(map, name)?.setData(collect(map, []));
}

const sourceOf = (map: MapLibreMap, name: string) => map.getSource<GeoJSONSource>(name);

function collect(map: MapLibreMap, ids: Iterable<number>): FeatureCollection {
	const features = memories.get(map)?.features;
	return {
		type: 'FeatureCollection',
		features: [...ids].flatMap((id) => features?.get(id) ?? []),
	};
}

export interface CanvasOptions {
	container: HTMLElement;
	features: Features;
	/** What the first picture shows. */
	states: States;
	bounds: Bounds;
	/** Whether it can be moved; texts say how, where one finger or the wheel scrolls the page. */
	gestures: { wheel: string; wheelMac: string; fingers: string } | null;
}

/** A map of nothing but the given areas: no tile, glyph, sprite or font is asked for. */
export function createCanvas({
	container,
	features,
	states,
	bounds,
	gestures,
}: CanvasOptions): MapLibreMap {
	const colour = readTokens(container);
	const byId = new Map(
		[...features.areas.features, ...features.groups.features].map((feature) => [
			Number(feature.id),
			feature,
		]),
	);
	const patternedAreas = [...states].flatMap(([id, name]) => {
		const feature = isOtherState(name) ? byId.get(id) : undefined;
		return feature ? [patternedAs(feature, name)] : [];
	});
	const map = new MapLibreMap({
		container,
		style: styleOf(features, patternedAreas, colour),
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
	const greatest = [...byId.keys()].reduce((most, id) => Math.max(most, id), 0);
	const memory = { features: byId, shown: new Uint8Array(greatest + 1) };
	memories.set(map, memory);
	map.touchZoomRotate.disableRotation();
	map.on('style.load', () => addPatterns(map, colour));
	// Before anything is drawn: the first picture has its colours.
	map.once('style.load', () => colourFirst(map, memory, states));
	// The keyboard has a list of its own beside the picture: this would be a stop that says nothing.
	map.getCanvas().tabIndex = -1;
	return map;
}

/** How units of the drawing lie on the canvas. */
export function viewOf(map: MapLibreMap, { bounds, width }: Drawing): View {
	const corner = map.project([bounds[0], bounds[3]]);
	const opposite = map.project([bounds[2], bounds[1]]);
	const { clientWidth, clientHeight } = map.getContainer();
	return {
		scale: (opposite.x - corner.x) / width,
		left: corner.x,
		top: corner.y,
		width: clientWidth,
		height: clientHeight,
	};
}

/** Zooms beyond the whole at which the width of borders is set anew; in between it grows evenly. */
const borderSteps = [0, 1, 2, 3, 4, 5];

/** Borders of a width (pixels) that depends on how many times larger than at present all is drawn. */
export function thinBorders(map: MapLibreMap, widthAt: (times: number) => number): void {
	const zoom = map.getZoom();
	const stops = borderSteps.flatMap((step) => [zoom + step, widthAt(2 ** step)]);
	const widths = ['interpolate', ['linear'], ['zoom'], ...stops] as ExpressionSpecification;
	for (const layer of [BORDER, PATTERN_BORDER, DASHED])
		map.setPaintProperty(layer, 'line-width', widths);
}

/** After the theme changed. */
export function repaint(map: MapLibreMap): void {
	const colour = readTokens(map.getContainer());
	addPatterns(map, colour);
	map.setPaintProperty(FILL, 'fill-color', fillColour(colour));
	for (const [layer, token] of Object.entries(lineTokens))
		map.setPaintProperty(layer, 'line-color', colour(token));
}

/** Leaves only the areas in these states at full strength; none: all. */
export function highlight(map: MapLibreMap, highlighted: ReadonlySet<MapState>): void {
	const strength = (
		value: ExpressionSpecification,
		wanted: string[] | number[],
	): ExpressionSpecification | number =>
		wanted.length > 0 ? ['match', value, wanted, 1, faint] : 1;
	const names = [...highlighted];
	const numbers = names.map((name) => stateNumbers[name]);
	map.setPaintProperty(FILL, 'fill-opacity', strength(stateNumber, numbers));
	map.setPaintProperty(PATTERN, 'fill-opacity', strength(stateName, names));
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

/** Room around an area that is looked at, as a part of its own extent: its neighbours tell where it lies. */
const around = 0.8;

const boundsOf = (map: MapLibreMap, id: number | null): Bounds | undefined => {
	const feature = id === null ? undefined : memories.get(map)?.features.get(id);
	return feature && widened(extentOf(feature));
};

/** Moves to one area, or back to the whole; at once for who asked for less movement: MapLibre sees to it. */
export function lookAt(map: MapLibreMap, id: number | null, whole: Bounds): void {
	const bounds = boundsOf(map, id);
	const isLooking = lookedAt.get(map) ?? false;
	if (!bounds && !isLooking) return;
	lookedAt.set(map, bounds !== undefined);
	map.fitBounds([...(bounds ?? whole)], { padding: 0, duration: 1_200 });
}

const lookedAt = new WeakMap<object, boolean>();

/** Nobody needs to see less than the whole, nor a village street. */
export function limitZoom(map: MapLibreMap, whole: Bounds): void {
	const zoom = map.cameraForBounds([...whole], { padding: 0 })?.zoom ?? map.getZoom();
	map.setMinZoom(zoom - 0.5);
	map.setMaxZoom(zoom + 5);
}

/** Fills a box that has become larger or smaller again, with one area or the whole. */
export function refit(map: MapLibreMap, id: number | null, whole: Bounds): void {
	limitZoom(map, whole);
	map.fitBounds([...(boundsOf(map, id) ?? whole)], { padding: 0, animate: false });
}

function widened([west, south, east, north]: Bounds): Bounds {
	const [across, up] = [(east - west) * around, (north - south) * around];
	return [west - across, south - up, east + across, north + up];
}
