import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Pulse, pulseDuration } from './pulse.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('shows each change once and for its whole time, however soon the next one comes', () => {
	const pulse = new Pulse();
	const shown = new Map<string, number>();
	const change: Record<number, number[]> = { 0: [1], 250: [2], 500: [2, 3], 2_500: [1] };
	for (let time = 0; time <= 10_000; time += 50) {
		pulse.show(new Set(change[time]));
		const key = [...pulse.units].join();
		shown.set(key, (shown.get(key) ?? 0) + 50);
		vi.advanceTimersByTime(50);
	}
	expect([...shown.keys()]).toEqual(['1', '2,3', '']);
	expect(shown.get('2,3')).toBe(pulseDuration);
	expect(shown.get('1')).toBe(2 * pulseDuration);
	expect(vi.getTimerCount()).toBe(0);
});

it('is over at once when something else is shown', () => {
	const pulse = new Pulse();
	pulse.show(new Set([1]));
	pulse.show(new Set([2]));
	pulse.clear();
	expect(pulse.units.size).toBe(0);
	vi.advanceTimersByTime(10_000);
	expect(pulse.units.size).toBe(0);
});
