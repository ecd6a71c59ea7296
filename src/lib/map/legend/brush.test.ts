import { expect, it } from 'vitest';
import { Brush } from './brush.svelte';
import { noStates, readStates, statesBetween, writeStates } from './state-sets';

const chosen = (brush: Brush) => [...brush.chosen];

it('picks out one state, and lets go of it', () => {
	const brush = new Brush(() => 'level', noStates);
	expect(brush.holds('class0')).toBe(true);
	brush.press('class2');
	expect(chosen(brush)).toEqual(['class2']);
	expect(brush.holds('class0')).toBe(false);
	brush.press('missing');
	expect(chosen(brush)).toEqual(['missing']);
	brush.press('missing');
	expect(brush.holds('class0')).toBe(true);
});

it('extends from where the choice began, in either direction', () => {
	const brush = new Brush(() => 'level', noStates);
	brush.press('class3');
	brush.extend('class1');
	expect(chosen(brush)).toEqual(['class1', 'class2', 'class3']);
	brush.extend('class5');
	expect(chosen(brush)).toEqual(['class3', 'class4', 'class5']);
});

it('has no range between states that have no order', () => {
	expect([...statesBetween('class1', 'missing')]).toEqual(['class1', 'missing']);
});

it('highlights what is pointed at before what is chosen', () => {
	const brush = new Brush(() => 'level', noStates);
	brush.press('class3');
	brush.point('late');
	expect([...brush.highlighted]).toEqual(['late']);
	brush.point(null);
	expect([...brush.highlighted]).toEqual(['class3']);
});

it('forgets what was chosen of another legend', () => {
	let legend = 'level';
	const brush = new Brush(() => legend, readStates('class4'));
	expect(chosen(brush)).toEqual(['class4']);
	brush.press('class3');
	legend = 'growth1';
	expect(chosen(brush)).toEqual([]);
});

it('survives the way through the address, and knows its own words alone', () => {
	expect(writeStates(noStates)).toBeNull();
	expect(writeStates(new Set(['missing', 'class2']))).toBe('class2.missing');
	expect([...readStates('missing.class2.other')]).toEqual(['class2', 'missing']);
	expect(readStates(null).size).toBe(0);
});
