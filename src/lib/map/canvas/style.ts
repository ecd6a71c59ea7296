import type { Feature, FeatureCollection } from 'geojson';
import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl';
import { everyState } from '../../contracts/map/states';
import { colouredStates, tokenOf } from '../styles/class-styles';
import type { Features } from './features';

export const AREAS = 'areas';
/** The areas without a colour of the ramp, each with its state as a property. */
export const PATTERNED = 'patterned';
export const OUTLINE = 'outline';
export const GROUPS = 'groups';
export const FILL = 'area-fill';
export const PATTERN = 'area-pattern';
export const BORDER = 'area-border';
/** Of areas with a pattern, which lie on the ground's own colour. */
export const PATTERN_BORDER = 'area-pattern-border';
export const DASHED = 'area-dashed';
/** Lines around what areas make up, on a broader one in the ground's colour. */
export const GROUP_BORDER = 'group-border';
export const GROUP_EDGE = 'group-edge';
export const ACTIVE = 'area-active';
export const PULSE = 'area-pulse';

/** The colour of each layer of lines. */
export const lineTokens = {
	[BORDER]: '--ground',
	[PATTERN_BORDER]: '--rule-strong',
	[OUTLINE]: '--rule-strong',
	[DASHED]: '--rule-strong',
	[GROUP_EDGE]: '--ground',
	[GROUP_BORDER]: '--ink',
	[PULSE]: '--focus',
	[ACTIVE]: '--ink',
} as const;

const borderWidth = 1;
/** Pixels, in `MapSvg.svelte` as well. */
const groupWidths = { border: 0.8, edge: 2 };

/** Reads a colour token where it holds; `light-dark()` only resolves as the colour of an element. */
export function readTokens(element: HTMLElement): (token: string) => string {
	const probe = element.appendChild(document.createElement('span'));
	// Where the system forces its own colours, the ramp is still what is read from it.
	probe.style.setProperty('forced-color-adjust', 'none');
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
	...colouredStates.map(tokenOf),
	...['--area-ground', '--ink-quiet', '--overdue', ...Object.values(lineTokens)],
];

/** Number of an area's state in `AREAS`; -1 before it is coloured. */
export const stateNumber: ExpressionSpecification = ['coalesce', ['feature-state', 'state'], -1];
/** Of an area in `PATTERNED`. */
export const stateName: ExpressionSpecification = ['get', 'state'];

export function fillColour(colour: (token: string) => string): ExpressionSpecification {
	const classes = colouredStates.map((state) => [
		everyState.indexOf(state),
		colour(tokenOf(state)),
	]);
	return [
		'match',
		stateNumber,
		...classes.flat(),
		colour('--area-ground'),
	] as ExpressionSpecification;
}

export function styleOf(
	{ areas, groups, outline }: Features,
	patterned: Feature[],
	colour: (token: string) => string,
): StyleSpecification {
	const geojson = { type: 'geojson' as const, tolerance: 0.2, buffer: 8 };
	const none: FeatureCollection = { type: 'FeatureCollection', features: [] };
	// Said, lest it be faded to once nothing is highlighted.
	const fade = { 'fill-opacity': 1, 'fill-opacity-transition': { duration: 300, delay: 0 } };
	const round = { 'line-join': 'round' as const };
	return {
		version: 8,
		// A map is there once nothing moves any more: what isn't meant to be seen moving is as it is at once.
		transition: { duration: 0, delay: 0 },
		sources: {
			[AREAS]: { ...geojson, data: areas },
			[GROUPS]: { ...geojson, data: groups },
			[OUTLINE]: { ...geojson, data: outline },
			[PATTERNED]: { ...geojson, data: { type: 'FeatureCollection', features: patterned } },
			...Object.fromEntries([PULSE, ACTIVE].map((name) => [name, { ...geojson, data: none }])),
		},
		layers: [
			{
				id: FILL,
				type: 'fill',
				source: AREAS,
				paint: { 'fill-color': fillColour(colour), 'fill-antialias': false, ...fade },
			},
			{
				id: PATTERN,
				type: 'fill',
				source: PATTERNED,
				filter: ['!=', stateName, 'notRequired'],
				paint: { 'fill-pattern': stateName, 'fill-antialias': false, ...fade },
			},
			{
				id: BORDER,
				type: 'line',
				source: AREAS,
				layout: round,
				paint: { 'line-color': colour(lineTokens[BORDER]), 'line-width': borderWidth },
			},
			{
				id: PATTERN_BORDER,
				type: 'line',
				source: PATTERNED,
				filter: ['!=', stateName, 'notRequired'],
				layout: round,
				paint: { 'line-color': colour(lineTokens[PATTERN_BORDER]), 'line-width': borderWidth },
			},
			{
				id: OUTLINE,
				type: 'line',
				source: OUTLINE,
				paint: { 'line-color': colour(lineTokens[OUTLINE]), 'line-width': borderWidth },
			},
			{
				id: DASHED,
				type: 'line',
				source: PATTERNED,
				filter: ['==', stateName, 'notRequired'],
				paint: { 'line-color': colour(lineTokens[DASHED]), 'line-dasharray': [3, 3] },
			},
			{
				id: GROUP_EDGE,
				type: 'line',
				source: GROUPS,
				layout: round,
				paint: { 'line-color': colour(lineTokens[GROUP_EDGE]), 'line-width': groupWidths.edge },
			},
			{
				id: GROUP_BORDER,
				type: 'line',
				source: GROUPS,
				layout: round,
				paint: { 'line-color': colour(lineTokens[GROUP_BORDER]), 'line-width': groupWidths.border },
			},
			{
				id: PULSE,
				type: 'line',
				source: PULSE,
				layout: round,
				paint: { 'line-color': colour(lineTokens[PULSE]), 'line-width': 0 },
			},
			{
				id: ACTIVE,
				type: 'line',
				source: ACTIVE,
				layout: round,
				paint: { 'line-color': colour(lineTokens[ACTIVE]), 'line-width': 3 },
			},
		],
	};
}
