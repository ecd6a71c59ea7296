import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../../tests/database';
import type { DatabaseHandle } from './db/client';
import { startHousekeeping, type Chore } from './housekeeping';

const minute = 60_000;
let handle: DatabaseHandle;

beforeEach(async () => {
	handle = await openTestDatabase('embedded');
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
	vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(async () => {
	vi.useRealTimers();
	vi.restoreAllMocks();
	await handle.close();
});

/** What is done at once has been done by then. */
async function later(minutes: number): Promise<void> {
	await vi.advanceTimersByTimeAsync(minutes * minute);
	await setImmediate();
}

const done = () => vi.fn<Chore>(() => Promise.resolve());

it('does every chore again whatever another does, and lets nobody wait for one', async () => {
	const chores = {
		throws: vi.fn<Chore>(() => {
			throw new Error('at once');
		}),
		fails: vi.fn<Chore>(() => Promise.reject(new Error('in the end'))),
		hangs: vi.fn<Chore>(() => new Promise(() => {})),
		works: done(),
	};
	const quick = { often: done() };
	await startHousekeeping({ handle, beforeStop: new Map() }, chores, quick);
	await later(0);
	const calls = () => Object.values({ ...chores, ...quick }).map(({ mock }) => mock.calls.length);
	expect(calls()).toEqual([1, 1, 1, 1, 1]);
	await later(1);
	expect(calls()).toEqual([1, 1, 1, 1, 2]);
	await later(59);
	expect(calls()).toEqual([2, 2, 1, 2, 61]);
	const lines = vi.mocked(console.error).mock.calls.map(([line]) => String(line));
	expect(lines.filter((line) => line.includes('"chore":"throws"'))).toHaveLength(2);
	expect(lines.filter((line) => line.includes('"chore":"fails"'))).toHaveLength(2);
});

it('does nothing any more once it is stopped, and nothing twice after a reload', async () => {
	const beforeStop = new Map<string, () => Promise<void> | void>();
	const [first, second] = [done(), done()];
	await startHousekeeping({ handle, beforeStop }, { first }, {});
	await startHousekeeping({ handle, beforeStop }, { second }, {});
	await later(60);
	expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 2]);
	await beforeStop.get('housekeeping')?.();
	await later(60);
	expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 2]);
});
