import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SceneName } from '../../contracts/wall';
import { SceneFiguresState } from './figures.svelte';

let asked: string[] = [];
let answer: () => Promise<Response> = () => Promise.reject(new Error('unset'));

beforeEach(() => {
	vi.useFakeTimers();
	asked = [];
	vi.stubGlobal('fetch', (address: string) => {
		asked.push(address);
		return answer();
	});
	let count = 0;
	answer = () => Promise.resolve(Response.json({ figures: { total: (count += 1) } }));
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const want = (scenes: SceneName[], version: string, query = '') => ({
	...{ scenes, version, query, address: '/wall' },
});

it('reads what a scene needs at once, whole, and nothing for scenes of the snapshot', async () => {
	const figures = new SceneFiguresState({});
	figures.follow(want(['province', 'teams'], '1'));
	expect([figures.has('province'), figures.has('teams')]).toEqual([true, false]);
	await vi.advanceTimersByTimeAsync(0);
	expect(asked).toEqual(['/wall/to?']);
	expect(figures.held.teams).toEqual({ total: 1 });
});

it('reads a run of 10,000 changes a few times, and the last of them surely', async () => {
	const figures = new SceneFiguresState({});
	for (let number = 0; number <= 10_000; number += 1) {
		figures.follow(want(['teams'], String(number)));
		if (number % 1_000 === 0) await vi.advanceTimersByTimeAsync(100);
	}
	const before = asked.length;
	expect(before).toBeLessThan(5);
	await vi.advanceTimersByTimeAsync(2_000);
	expect(asked.length).toBe(before + 1);
	expect(figures.held.teams).toEqual({ total: asked.length });
});

it('shows answers that take longer than the next change, and the last change surely', async () => {
	const working = answer;
	answer = async () => {
		await new Promise((settle) => setTimeout(settle, 1_500));
		return working();
	};
	const figures = new SceneFiguresState({});
	const seen = new Set<unknown>();
	for (let number = 0; number <= 60; number += 1) {
		figures.follow(want(['teams'], String(number)));
		await vi.advanceTimersByTimeAsync(300);
		seen.add(figures.held.teams);
	}
	expect(seen.size).toBeGreaterThan(5);
	const before = asked.length;
	await vi.advanceTimersByTimeAsync(10_000);
	expect(asked.length - before).toBeLessThanOrEqual(1);
	expect(figures.held.teams).toEqual({ total: asked.length });
});

it('takes no answer about another month', async () => {
	const working = answer;
	answer = async () => {
		await new Promise((settle) => setTimeout(settle, 1_500));
		return working();
	};
	const figures = new SceneFiguresState({});
	figures.follow(want(['night'], '1', 'thang=2026-08'));
	await vi.advanceTimersByTimeAsync(1_000);
	figures.follow(want(['night'], '1', 'thang=2026-09'));
	await vi.advanceTimersByTimeAsync(1_000);
	expect(figures.held.night).toBeUndefined();
	await vi.advanceTimersByTimeAsync(1_000);
	expect(asked.at(-1)).toBe('/wall/han-nop?thang=2026-09');
	expect(figures.held.night).toEqual({ total: 2 });
});

it('asks again after no answer, and keeps what it has meanwhile', async () => {
	const figures = new SceneFiguresState({});
	figures.follow(want(['teams'], '1'));
	await vi.advanceTimersByTimeAsync(0);
	const working = answer;
	answer = () => Promise.reject(new Error('offline'));
	figures.follow(want(['teams'], '2'));
	await vi.advanceTimersByTimeAsync(1_000);
	expect(figures.held.teams).toEqual({ total: 1 });
	answer = () => Promise.resolve(new Response('', { status: 503 }));
	await vi.advanceTimersByTimeAsync(3_000);
	answer = working;
	await vi.advanceTimersByTimeAsync(3_000);
	expect(figures.held.teams).toEqual({ total: 2 });
});

it('forgets a scene that is drawn no more, and asks nothing after it was stopped', async () => {
	const figures = new SceneFiguresState({});
	figures.follow(want(['teams'], '1'));
	await vi.advanceTimersByTimeAsync(0);
	figures.follow(want(['province'], '1'));
	expect(figures.has('teams')).toBe(false);
	figures.follow(want(['teams'], '1'));
	figures.stop();
	await vi.advanceTimersByTimeAsync(10_000);
	expect(asked).toHaveLength(1);
});

it('reads another month at once', async () => {
	const figures = new SceneFiguresState({});
	figures.follow(want(['night'], '1'));
	await vi.advanceTimersByTimeAsync(0);
	figures.follow(want(['night'], '1', 'thang=2026-09'));
	await vi.advanceTimersByTimeAsync(0);
	expect(asked).toEqual(['/wall/han-nop?', '/wall/han-nop?thang=2026-09']);
});
