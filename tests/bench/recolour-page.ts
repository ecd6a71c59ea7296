import type { Feature, FeatureCollection } from 'geojson';
import { AREAS, createCanvas, recolour } from '../../src/lib/map/canvas';
import { classStates, otherStates, type MapState } from '../../src/lib/contracts/map-states';
import '../../src/app.css';
import '../../src/lib/map/states.css';
import 'maplibre-gl/dist/maplibre-gl.css';

export interface Times {
	recolour: number[];
	bare: number[];
}

declare global {
	interface Window {
		measure: (count: number, rounds: number) => Promise<Times>;
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

/** Milliseconds of script for recolouring everything: by the product, and by the bare loop, in turns. */
window.measure = async (count, rounds) => {
	const container = document.body.appendChild(document.createElement('div'));
	container.style.cssText = 'width: 1200px; height: 900px';
	const map = createCanvas({
		container,
		features: {
			areas: makeAreas(count),
			groups: { type: 'FeatureCollection', features: [] },
			outline: { type: 'MultiLineString', coordinates: [] },
		},
		bounds: [104, 10, 110, 16],
		gestures: null,
	});
	await map.once('idle');
	// Every area changes in every round; one in five has no number, as on a month that is coming in.
	const stateAt = (id: number, round: number): MapState => {
		const among = id % 5 === 0 ? otherStates : classStates;
		return among[(id + round) % among.length] ?? 'none';
	};
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
