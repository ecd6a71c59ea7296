import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawMap, patternTiles } from '../../pictures/map';
import { palette } from '../../pictures/palette';
import { BORDER, lineTokens, PATTERN, PATTERN_BORDER, PATTERNED, styleOf } from '../canvas/style';
import { contrast } from './class-styles';
import { featuresOf } from '../canvas/features';
import type { Layer } from '../geometry/layer';
import MapLabels from '../labels/MapLabels.svelte';
import MapPatterns from './MapPatterns.svelte';
import MapSvg from '../MapSvg.svelte';
import { addPatterns } from '../canvas/pattern-images';
import { patterns, patternStates, type Mark } from './patterns';
import { drawTopology } from '../geometry/projection';

/** Two squares side by side, both overdue. */
const layer: Layer = {
	type: 'Topology',
	objects: {
		units: {
			type: 'GeometryCollection',
			geometries: [
				{ type: 'Polygon', properties: { id: 1 }, arcs: [[0, 1]] },
				{ type: 'Polygon', properties: { id: 2 }, arcs: [[2, ~0]] },
			],
		},
	},
	arcs: [
		...[
			[
				[106.5, 21],
				[106.5, 21.5],
			],
			[
				[106.5, 21.5],
				[106, 21.5],
				[106, 21],
				[106.5, 21],
			],
			[
				[106.5, 21],
				[107, 21],
				[107, 21.5],
				[106.5, 21.5],
			],
		],
	],
};
const drawing = drawTopology(layer);
const states = new Map([1, 2].map((id) => [id, 'missing'] as const));

const source = (file: string) => readFileSync(`src/lib/map/${file}`, 'utf8');

describe('a border between two overdue areas', () => {
	it('is drawn on the canvas over their pattern and over the border of coloured ones', () => {
		const { layers } = styleOf(featuresOf(layer, drawing, new Map()), [], (token) => token);
		const order = layers.map(({ id }) => id);
		expect(order.indexOf(PATTERN_BORDER)).toBeGreaterThan(order.indexOf(PATTERN));
		expect(order.indexOf(PATTERN_BORDER)).toBeGreaterThan(order.indexOf(BORDER));
		const own = layers.find(({ id }) => id === PATTERN_BORDER);
		expect(own).toMatchObject({
			source: PATTERNED,
			paint: { 'line-color': lineTokens[PATTERN_BORDER] },
		});
	});

	it('stands out from the ground that they lie on, in the light and in the dark', () => {
		const styles = `${readFileSync('src/app.css', 'utf8')}${source('styles/states.css')}`;
		const coloursOf = (token: string) =>
			new RegExp(`${token}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(styles)?.slice(1) ?? [];
		const border = coloursOf(lineTokens[PATTERN_BORDER]);
		const grounds = [coloursOf('--area-ground'), coloursOf('--ground')];
		expect(border).toHaveLength(2);
		for (const ground of grounds)
			for (const [theme, colour] of border.entries())
				expect(contrast(colour, ground[theme] ?? colour)).toBeGreaterThanOrEqual(3);
	});

	it('is that of the drawing and of pictures as well', () => {
		const { body } = render(MapSvg, { props: { drawing, states, groupOf: new Map() } });
		expect(body.match(/class="[^"]*\bpatterned\b[^"]*"/g)).toHaveLength(2);
		expect(source('MapSvg.svelte')).toContain(
			`.patterned {\n\t\tstroke: var(${lineTokens[PATTERN_BORDER]});`,
		);
		const frame = { x: 0, y: 0, width: 400, height: 400 };
		const picture = drawMap(
			{
				drawing,
				states,
				ramp: 'coverage',
				highlighted: new Set<never>(),
				uncertain: new Set<number>(),
				active: null,
			},
			frame,
		);
		const areas = picture.match(/<path [^>]*fill="url\(#map-missing\)"[^>]*>/g) ?? [];
		expect(areas).toHaveLength(2);
		for (const area of areas) expect(area).toContain(`stroke="${palette['rule-strong']}"`);
	});
});

describe('a name on a pattern', () => {
	const label = (state: 'missing' | 'class3') =>
		render(MapLabels, {
			props: {
				drawing,
				names: new Map([[1, 'Chũ']]),
				states: new Map([[1, state]]),
				view: { scale: 1, left: 0, top: 0, width: drawing.width, height: drawing.height },
				...{ fontSize: 13, measured: true, printing: false },
			},
		}).body;

	it('has so much ground around it that no mark looks like a part of a letter', () => {
		expect(label('missing')).toMatch(/class="[^"]*\barea-missing\b[^"]*\bpatterned\b/);
		expect(label('class3')).not.toContain('patterned');
		const halo = /\.patterned \{\s*stroke-width: (\d+)px/.exec(
			source('labels/MapLabels.svelte'),
		)?.[1];
		const widest = Math.max(...patternStates.flatMap((state) => patterns[state].marks.map(extent)));
		expect(Number(halo) / 2).toBeGreaterThan(widest);
		expect(source('labels/MapLabels.svelte')).toContain('stroke: var(--name-halo)');
		expect(source('styles/states.css')).toContain('--name-halo: var(--area-ground)');
	});

	/** From the middle of a mark to its edge. */
	const extent = (mark: Mark) =>
		mark.shape === 'line'
			? mark.width / 2
			: mark.radius + (mark.shape === 'ring' ? mark.width / 2 : 0);
});

describe('the pattern of a state', () => {
	afterEach(() => vi.unstubAllGlobals());

	const tilesIn = (svg: string) =>
		new Map(
			[...svg.matchAll(/<pattern id="[a-z]+-([a-zA-Z]+)"[^>]*>([^]*?)<\/pattern>/g)].map(
				([, state, marks = '']) => [state, [...marks.matchAll(/\b(?:d|c[xy]|r)="[^"]*"/g)].join()],
			),
		);

	it('is the same in the legend and the drawing as in pictures', () => {
		const drawn = tilesIn(render(MapPatterns, { props: { prefix: 'own' } }).body);
		expect([...drawn.keys()]).toEqual(patternStates);
		expect(drawn).toEqual(tilesIn(patternTiles('own', 1)));
		for (const file of ['MapSvg.svelte', 'legend/LegendHistogram.svelte'])
			expect(source(file)).toContain('hasPattern(state) ? `url(#${prefix}-${state})` : null');
	});

	it('is the same on the canvas', () => {
		const marks: number[][] = [];
		const keep = (...numbers: number[]) => marks.push(numbers);
		const nothing = () => undefined;
		const context = {
			...{ scale: nothing, fillRect: nothing, beginPath: nothing, fill: nothing, stroke: nothing },
			...{ moveTo: keep, lineTo: keep, getImageData: nothing },
			arc: (x: number, y: number, radius: number) => keep(x, y, radius),
		};
		vi.stubGlobal('document', { createElement: () => ({ getContext: () => context }) });
		const named: string[] = [];
		const map = { hasImage: () => false, addImage: (name: string) => named.push(name) };
		addPatterns(map as unknown as MapLibreMap, (token) => token);
		expect(named).toEqual(patternStates);
		expect(marks).toEqual(
			patternStates.flatMap((state) =>
				patterns[state].marks.flatMap((mark: Mark) =>
					mark.shape === 'line' ? [mark.from, mark.to] : [[...mark.at, mark.radius]],
				),
			),
		);
	});
});
