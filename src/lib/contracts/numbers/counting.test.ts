import { expect, it } from 'vitest';
import { splitParts } from './counting';

const parts = { own: [79], places: [78], organisations: [900] };

it('adds up what everybody did themselves', () => {
	expect(splitParts('each', parts)).toEqual({ counted: [79, 78, 900], beside: [] });
});

it('never adds what organisations count of what places count already', () => {
	expect(splitParts('places', { ...parts, own: [] })).toEqual({ counted: [78], beside: [900] });
});

it('takes the word of the organisations that own a figure, and that of places without them', () => {
	expect(splitParts('organisations', { ...parts, own: [] })).toEqual({
		counted: [900],
		beside: [78],
	});
	expect(splitParts('organisations', { ...parts, own: [], organisations: [] })).toEqual({
		counted: [78],
		beside: [],
	});
});
