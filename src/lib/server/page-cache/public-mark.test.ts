import { expect, it } from 'vitest';
import type { Change } from '../../contracts/events';
import { publicMark } from './public-mark';

it('grows with what the public is told, and with what it can no longer tell', () => {
	const changes: Change[] = [];
	const recent = {
		from: 10,
		upTo: 10,
		since: (number: number) => changes.filter((change) => change.number > number),
	};
	const add = (change: object) => {
		recent.upTo += 1;
		changes.push({ number: recent.upTo, ...change } as Change);
	};
	const mark = publicMark(recent);
	expect(mark()).toBe(10);
	add({ type: 'figures', audience: 'internal', path: [1] });
	expect(mark()).toBe(10);
	add({ type: 'status' });
	expect(mark()).toBe(12);
	add({ type: 'figures', audience: 'public', path: [1] });
	add({ type: 'figures', audience: 'internal', path: [1] });
	expect(mark()).toBe(14);
	[recent.from, recent.upTo] = [50, 50];
	expect(mark()).toBe(50);
});
