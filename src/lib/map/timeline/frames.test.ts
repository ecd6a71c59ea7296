import { expect, it } from 'vitest';
import { letterOf, stateOfLetter, type MapSeries } from '../../contracts/map/series';
import { everyState } from '../../contracts/map/states';
import type { Drawing } from '../geometry/projection';
import { framesOf, layersOf } from './frames';
import { Playback } from './playback.svelte';

const drawing = (width: number): Drawing => ({
	...{ width, height: 1, bounds: [0, 0, 1, 1] as const },
	...{ shapes: [], insets: [], outline: '', groups: [], fineness: 1 },
});

/** Communes 1 and 2 became 3 in the second month. */
const series: MapSeries = {
	...{ measure: 'allFive', colouring: 'level', classing: 'fixed' },
	ids: [1, 2, 3],
	names: ['Một', 'Hai', 'Ba'],
	months: [
		{
			code: '2026-03',
			layer: 'old',
			states: `${letterOf('class1')}${letterOf('missing')}-`,
			shares: [251, null, null],
			...{ whole: 251, values: null, classes: null },
		},
		{
			code: '2026-04',
			layer: 'new',
			states: `--${letterOf('class2')}`,
			shares: [null, null, 400],
			...{ whole: 400, values: null, classes: null },
		},
	],
};

it('has a letter of its own for every state, and one that is none', () => {
	const letters = everyState.map(letterOf);
	expect(letters.map(stateOfLetter)).toEqual(everyState);
	expect(letters).not.toContain(letterOf(undefined));
	expect(stateOfLetter(letterOf(undefined))).toBeUndefined();
});

it('plays a merger as a merger: old areas until it, new ones after', () => {
	const drawings = new Map([
		['old', drawing(1)],
		['new', drawing(2)],
	]);
	const [before, after] = framesOf(series, drawings, new Map());
	expect(layersOf(series)).toEqual(['old', 'new']);
	expect(before?.drawing.width).toBe(1);
	expect(before?.areas.map(({ name }) => name)).toEqual(['Một', 'Hai']);
	expect([...(before?.states ?? [])]).toEqual([
		[1, 'class1'],
		[2, 'missing'],
	]);
	expect(after?.drawing.width).toBe(2);
	expect(after?.areas.map(({ name }) => name)).toEqual(['Ba']);
	expect(after?.shares.get(3)).toBe(0.4);
});

it('has what each month is coloured by, and the classes of that month', () => {
	const [month] = series.months;
	if (!month) throw new Error('There is a month.');
	const play = (given: Partial<MapSeries>, values: number[]) => {
		const classes = { palette: 'diverging', columns: `${letterOf('class0')}${letterOf('class4')}` };
		const coloured = {
			...month,
			values: [...values, null],
			classes: { ...classes, bounds: [0.02] },
		};
		const drawings = new Map([['old', drawing(1)]]);
		return framesOf(
			{ ...series, ...given, months: [coloured] } as MapSeries,
			drawings,
			new Map(),
		)[0];
	};
	const grown = play({ colouring: 'growth3', classing: 'quantiles' }, [-13, 0]);
	expect([...(grown?.values ?? [])]).toEqual([
		[1, -0.013],
		[2, 0],
	]);
	expect(grown?.classes?.columns).toEqual(['class0', 'class4']);
	expect(grown?.classes?.bounds).toEqual([0.02]);
	// Households are counted whole.
	expect(play({ colouring: 'checked' }, [13, 0])?.values.get(1)).toBe(13);
});

it('has one list of areas for all months of a structure, so that names are placed once', () => {
	const [month] = series.months;
	if (!month) throw new Error('There is a month.');
	const same = { ...series, months: [month, { ...month, code: '2026-04' }] };
	const [one, other] = framesOf(same, new Map([['old', drawing(1)]]), new Map());
	expect(one?.areas).toBe(other?.areas);
});

it('plays to the end, stops there, and begins anew', () => {
	const playback = new Playback(3);
	expect([playback.position, playback.atEnd]).toEqual([2, true]);
	playback.toggle();
	expect([playback.position, playback.playing]).toEqual([0, true]);
	playback.advance();
	playback.advance();
	expect([playback.position, playback.playing]).toEqual([2, false]);
	playback.seek(-1);
	expect(playback.position).toBe(0);
});
