import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { instantHeader, ServerClock } from '../../live/server-clock';
import { takeLeftScene, watchRelease } from './recovery.svelte';

const check = vi.hoisted(() => vi.fn(() => Promise.resolve(false)));
vi.mock('$app/state', () => ({ updated: { check } }));
vi.mock('$app/navigation', () => ({ invalidate: () => Promise.resolve() }));

const reload = vi.fn();
const minute = 60_000;
let world = { quiet: true, used: false };
let clock: ServerClock;
let watch: ReturnType<typeof watchRelease>;

beforeEach(() => {
	vi.useFakeTimers({ now: Date.parse('2026-11-26T16:00:00Z') });
	const kept = new Map<string, string>();
	vi.stubGlobal('sessionStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => kept.set(key, value),
		removeItem: (key: string) => kept.delete(key),
	});
	vi.stubGlobal('window', new EventTarget());
	vi.stubGlobal('location', { reload });
	vi.stubGlobal('fetch', () => {
		const headers = { [instantHeader]: new Date(Date.now() - 2 * 60 * minute).toISOString() };
		return Promise.resolve(new Response('ready', { headers }));
	});
	reload.mockClear();
	check.mockResolvedValue(false);
	world = { quiet: true, used: false };
	clock = new ServerClock();
	watch = watchRelease({
		scene: () => 'teams',
		isQuiet: () => world.quiet,
		isUsed: () => world.used,
		clock,
	});
});
afterEach(() => {
	watch.stop();
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

it('loads a new release within a minute, and comes back to its scene', async () => {
	await vi.advanceTimersByTimeAsync(5 * minute);
	expect(reload).not.toHaveBeenCalled();
	expect(clock.now()).toBe(Date.now() - 2 * 60 * minute);
	check.mockResolvedValue(true);
	await vi.advanceTimersByTimeAsync(minute + 500);
	expect(reload).toHaveBeenCalledOnce();
	expect([takeLeftScene(), takeLeftScene()]).toEqual(['teams', null]);
});

it('waits for a quiet moment, but not for ever', async () => {
	world.quiet = false;
	check.mockResolvedValue(true);
	watch.check();
	await vi.advanceTimersByTimeAsync(2 * minute);
	expect(reload).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(8 * minute + 500);
	expect(reload).toHaveBeenCalledOnce();
});

it('takes the first quiet moment', async () => {
	world.quiet = false;
	check.mockResolvedValue(true);
	watch.check();
	await vi.advanceTimersByTimeAsync(2 * minute);
	world.quiet = true;
	await vi.advanceTimersByTimeAsync(500);
	expect(reload).toHaveBeenCalledOnce();
});

it('takes nothing away from whoever is at it', async () => {
	world.used = true;
	check.mockResolvedValue(true);
	watch.check();
	await vi.advanceTimersByTimeAsync(14 * minute);
	expect(reload).not.toHaveBeenCalled();
	world.used = false;
	await vi.advanceTimersByTimeAsync(500);
	expect(reload).toHaveBeenCalledOnce();
});
