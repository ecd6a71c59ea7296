import { expect, it } from 'vitest';
import { classings, colourings } from '../../../contracts/map/colouring';
import { readSelection } from '../selection';
import { isComparable, isPlayable, seriesAddress } from './modes';

const usual = readSelection(new URLSearchParams(), true);

it('plays whatever is published of areas, and compares what one legend says of both', () => {
	for (const colouring of colourings)
		for (const classing of classings) {
			const selection = { ...usual, colouring, classing };
			expect(isPlayable(selection)).toBe(true);
			expect(isComparable(selection)).toBe(colouring === 'level' && classing === 'fixed');
		}
	for (const part of [{ basis: 'provisional' }, { shape: 'households' }] as const) {
		expect(isPlayable({ ...usual, ...part })).toBe(false);
		expect(isComparable({ ...usual, ...part })).toBe(false);
	}
});

it('asks for what every map shows by the shortest address, which others ask for too', () => {
	expect(seriesAddress('24', '2026-10', usual)).toBe(
		'/api/v1/series?unit=24&until=2026-10&measure=allFive',
	);
	expect(seriesAddress('24', '2026-10', { ...usual, colouring: 'checked' })).toContain(
		'&colouring=checked',
	);
});
