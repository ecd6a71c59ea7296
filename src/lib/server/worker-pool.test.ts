import { setImmediate, setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BusyError } from './errors';
import { workerPool } from './worker-pool';

/** Says that it has begun, then does what it is told. */
const code = `
	import { parentPort } from 'node:worker_threads';
	parentPort.on('message', ({ what, gate }) => {
		Atomics.add(gate, 0, 1);
		if (what === 'wait') Atomics.wait(gate, 1, 0);
		if (what === 'run on') for (;;) Atomics.add(gate, 1, 1);
		if (what === 'take memory') for (const taken = []; ; ) taken.push(new Array(1_000_000).fill(what));
		if (what === 'throw') throw new Error('thrown in the worker');
		if (what === 'leave') process.exit(3);
		parentPort.postMessage(what);
	});
`;
const limit = 10_000;

const open = (given: { waiting: number }) =>
	workerPool({
		name: 'test',
		source: new URL(`data:text/javascript,${encodeURIComponent(code)}`),
		...{ workers: 1, heapMegabytes: 64, milliseconds: limit, ...given },
		tooSlow: () => new Error('too slow'),
		outOfMemory: (cause) => new Error('too large', { cause }),
	});

/** Where a job says that it has begun, and waits to be let on. */
const newGate = () => new Int32Array(new SharedArrayBuffer(8));

async function begun(gate: Int32Array): Promise<void> {
	while (Atomics.load(gate, 0) === 0) await setImmediate();
}

/** Resolves once nobody counts there any more. */
async function still(gate: Int32Array): Promise<void> {
	let seen = -1;
	while (seen !== Atomics.load(gate, 1)) {
		seen = Atomics.load(gate, 1);
		await pause(50);
	}
}

function letOn(gate: Int32Array): void {
	Atomics.store(gate, 1, 1);
	Atomics.notify(gate, 1);
}

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
	vi.useRealTimers();
});

it('ends a job that runs on at its limit, and does the next one', async () => {
	const work = open({ waiting: 1 });
	const gate = newGate();
	const endless = expect(work({ what: 'run on', gate })).rejects.toThrow('too slow');
	const next = work({ what: 'greet', gate: newGate() });
	await begun(gate);
	vi.advanceTimersByTime(limit);
	await endless;
	expect(await next).toBe('greet');
	await still(gate);
});

it.each([
	['take memory', 'too large'],
	['throw', 'thrown in the worker'],
	['leave', 'A worker ended with code 3.'],
])('survives a job that does this: %s, and does the next one', async (what, reason) => {
	const work = open({ waiting: 1 });
	await expect(work({ what, gate: newGate() })).rejects.toThrow(reason);
	expect(await work({ what: 'greet', gate: newGate() })).toBe('greet');
});

it('turns away whoever would wait behind too many, and nobody else', async () => {
	const work = open({ waiting: 1 });
	const gate = newGate();
	const held = work({ what: 'wait', gate });
	const waiting = work({ what: 'greet', gate: newGate() });
	await expect(work({ what: 'greet', gate: newGate() })).rejects.toThrow(BusyError);
	letOn(gate);
	expect(await Promise.all([held, waiting])).toEqual(['wait', 'greet']);
	expect(await work({ what: 'greet', gate: newGate() })).toBe('greet');
});

it("counts a job's time from its beginning, not while it waits for others", async () => {
	const work = open({ waiting: 1 });
	const gates = [newGate(), newGate()];
	const jobs = gates.map((gate) => work({ what: 'wait', gate }));
	for (const gate of gates) {
		await begun(gate);
		vi.advanceTimersByTime(limit - 1);
		letOn(gate);
	}
	expect(await Promise.all(jobs)).toEqual(['wait', 'wait']);
});
