import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ServerClock } from './server-clock';

const start = Date.parse('2026-11-26T16:00:00Z');
beforeEach(() => vi.useFakeTimers({ now: start }));
afterEach(() => vi.useRealTimers());

/** An answer that names the instant of its middle. */
function answer(clock: ServerClock, ahead: number, took: number) {
	const asked = Date.now();
	vi.advanceTimersByTime(took);
	clock.hear(new Date(asked + took / 2 + ahead).toISOString(), asked);
}

it('shows what the server said, however wrong the machine is, and goes on from there', () => {
	const clock = new ServerClock();
	expect(clock.now()).toBe(start);
	answer(clock, -3 * 3_600_000, 80);
	expect(clock.now()).toBe(start + 80 - 3 * 3_600_000);
	vi.advanceTimersByTime(60_000);
	expect(clock.now()).toBe(start + 60_080 - 3 * 3_600_000);
	expect(clock.at(start)).toBe(start - 3 * 3_600_000);
	// The machine's own clock is put right.
	vi.setSystemTime(start - 3 * 3_600_000);
	answer(clock, 0, 80);
	expect(clock.now()).toBe(Date.now());
});

it('does not jump for what an answer can’t tell', () => {
	const clock = new ServerClock();
	answer(clock, 200, 40);
	answer(clock, 900, 2_000);
	clock.hear(null, Date.now());
	clock.hear('soon', Date.now());
	expect(clock.now()).toBe(Date.now());
	answer(clock, 900, 40);
	expect(clock.now()).toBe(Date.now() + 900);
});
