import type { Feature, FeatureCollection } from 'geojson';
import { AREAS, createCanvas, recolour, type MapLibreMap } from '../../src/lib/map/canvas/canvas';
import { countStates } from '../../src/lib/map/legend/count-states';
import { framesOf } from '../../src/lib/map/timeline/frames';
import { letterOf, type MapSeries } from '../../src/lib/contracts/map/series';
import { classStates, otherStates, type MapState } from '../../src/lib/contracts/map/states';
import '../../src/app.css';
import '../../src/lib/map/styles/states.css';
import 'maplibre-gl/dist/maplibre-gl.css';

export interface Times {
	recolour: number[];
	bare: number[];
}

export interface Played {
	/** Milliseconds of script by month, of each time that it was played. */
	script: number[][];
	/** Pictures drawn meanwhile, and how many of them showed no area. */
	drawn: number;
	blank: number;
}

declare global {
	interface Window {
		measure: (count: number, rounds: number) => Promise<Times>;
		play: (count: number, months: number, times: number) => Promise<Played>;
	}
}

/** As many cells as the country has communes, each an eight-sided outline. */
function makeAreas(count: number): FeatureCollection {
	const columns = Math.ceil(Math.sqrt(count));
	const side = 6 / columns;
	const features = Array.from({ length: count }, (_, index): Feature => {
		const west = 104 + (index % columns) * side;
		const south = 10 + Math.floor(index / columns) * side;
		const ring = Array.from({ length: 9 }, (_, corner) => {
			const angle = (2 * Math.PI * (corner % 8)) / 8;
			return [
				west + (side / 2) * (1 + Math.cos(angle)),
				south + (side / 2) * (1 + Math.sin(angle)),
			];
		});
		return {
			type: 'Feature',
			id: index + 1,
			properties: {},
			geometry: { type: 'Polygon', coordinates: [ring] },
		};
	});
	return { type: 'FeatureCollection', features };
}

function openMap(count: number): MapLibreMap {
	const container = document.body.appendChild(document.createElement('div'));
	container.style.cssText = 'width: 1200px; height: 900px';
	return createCanvas({
		container,
		features: {
			areas: makeAreas(count),
			groups: { type: 'FeatureCollection', features: [] },
			outline: { type: 'MultiLineString', coordinates: [] },
		},
		states: [],
		bounds: [104, 10, 110, 16],
		gestures: null,
	});
}

/** Every area changes in every round; one in five has no number, as on a month that is coming in. */
function stateAt(id: number, round: number): MapState {
	const among = id % 5 === 0 ? otherStates : classStates;
	return among[(id + round) % among.length] ?? 'none';
}

/** Milliseconds of script for recolouring everything: by the product, and by the bare loop, in turns. */
window.measure = async (count, rounds) => {
	const map = openMap(count);
	await map.once('idle');
	const times: Times = { recolour: [], bare: [] };
	for (let round = 0; round < 2 * rounds; round++) {
		const states = new Map(
			Array.from({ length: count }, (_, index) => [index + 1, stateAt(index + 1, round)]),
		);
		const drawn = map.once('idle');
		const began = performance.now();
		if (round % 2 === 0) {
			recolour(map, states);
			times.recolour.push(performance.now() - began);
		} else {
			for (let id = 1; id <= count; id++)
				map.setFeatureState({ source: AREAS, id }, { state: (id + round) % classStates.length });
			times.bare.push(performance.now() - began);
		}
		await drawn;
	}
	return times;
};

function makeSeries(count: number, months: number): MapSeries {
	const ids = Array.from({ length: count }, (_, index) => index + 1);
	return {
		// What costs most: every month has values and classes of its own.
		...{ measure: 'allFive', colouring: 'growth12', classing: 'quantiles' },
		ids,
		names: ids.map(String),
		months: Array.from({ length: months }, (_, month) => ({
			code: String(month),
			layer: 'present',
			states: ids.map((id) => letterOf(stateAt(id, month))).join(''),
			shares: ids.map((id) => (id + month) % 1_000),
			whole: 500,
			values: ids.map((id) => ((id * 7 + month) % 400) - 200),
			classes: {
				...{ palette: 'coverage', bounds: [-0.02, -0.005, 0.005, 0.02, 0.05] },
				columns: classStates.map(letterOf).join(''),
			},
		})),
	};
}

const nothing = {
	...{ width: 1, height: 1, bounds: [104, 10, 110, 16] as const, shapes: [], insets: [] },
	...{ outline: '', groups: [], fineness: 1 },
};

/** Whether no area is drawn in the middle of the picture, where there always are some. */
function isBlank(map: MapLibreMap): boolean {
	const canvas = map.getCanvas();
	const context = canvas.getContext('webgl2');
	if (!context) throw new Error('There is no WebGL.');
	const side = 40;
	const pixels = new Uint8Array(4 * side * side);
	const [x, y] = [(canvas.width - side) / 2, (canvas.height - side) / 2];
	context.readPixels(x, y, side, side, context.RGBA, context.UNSIGNED_BYTE, pixels);
	return pixels.every((value) => value === 0);
}

/** Plays months one after the other, so many times, each as the picture and the legend show it. */
window.play = async (count, months, times) => {
	const map = openMap(count);
	await map.once('idle');
	const series = makeSeries(count, months);
	const frames = framesOf(series, new Map([['present', nothing]]), new Map());
	const [first] = frames;
	if (!first) throw new Error('There are months.');
	recolour(map, first.states);
	await map.once('idle');
	const played: Played = { script: frames.map(() => []), drawn: 0, blank: 0 };
	map.on('render', () => {
		played.drawn += 1;
		if (isBlank(map)) played.blank += 1;
	});
	for (let time = 0; time < times; time += 1)
		for (const [month, { states }] of frames.entries()) {
			const drawn = map.once('idle');
			const began = performance.now();
			recolour(map, states);
			countStates(states.values());
			played.script[month]?.push(performance.now() - began);
			map.triggerRepaint();
			await drawn;
		}
	return played;
};
