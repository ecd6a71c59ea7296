import { drizzle } from 'drizzle-orm/pg-proxy';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import type { Change, ChangePayload } from '../../contracts/events';
import type { Database } from '../db/client';
import * as schema from '../db/schema';

/** A change log in memory that counts what is read of it. */
const log = vi.hoisted(() => ({
	entries: [] as Change[],
	prunedTo: 0,
	reads: 0,
	entriesRead: 0,
	silent: false,
}));
vi.mock('../change-log', () => {
	const position = () =>
		log.silent
			? new Promise<never>(() => undefined)
			: Promise.resolve({ lastNumber: log.entries.length, prunedTo: log.prunedTo });
	return {
		changePosition: position,
		readChanges(_: Database, after: number, limit: number) {
			const changes = log.entries.slice(Math.max(after, log.prunedTo), after + limit);
			log.reads += 1;
			log.entriesRead += changes.length;
			const upTo = changes.at(-1)?.number ?? after;
			const more = changes.length === limit;
			return Promise.resolve({ upTo, changes, prunedTo: log.prunedTo, more });
		},
	};
});

// Other tests share what is loaded: here it is loaded anew, over the log above.
vi.resetModules();
const { CatchUp } = await import('./catch-up');
const { longestCatchUp } = await import('./recent-changes');
afterAll(() => {
	vi.doUnmock('../change-log');
	vi.resetModules();
});

/** Nothing is asked of it. */
const database = drizzle(() => Promise.reject(new Error('Not asked.')), { schema });
const outside = { stream: 'public' } as const;
const inside = { stream: 'internal', unitIds: [1] } as const;
const snapshotNeeded = { ok: false, reason: 'snapshotNeeded' };

const status = (unitId: number): ChangePayload => ({
	type: 'status',
	path: [unitId, 1],
	level: 'commune',
	periodId: 1,
	unitId,
	status: { unitId, reports: 1, reportsOnTime: 1, ownReport: true, receivedAt: null },
});
function commit(...payloads: ChangePayload[]) {
	for (const payload of payloads)
		log.entries.push({
			...payload,
			number: log.entries.length + 1,
			at: '2026-10-20T03:00:00.000Z',
		});
}
/** A log of which a node has just begun to know. */
async function startAt(count: number): Promise<InstanceType<typeof CatchUp>> {
	commit(...Array.from({ length: count }, (_, index) => status(index % 50)));
	const catchUp = new CatchUp(database);
	await catchUp.recent.refresh();
	return catchUp;
}

beforeEach(() => {
	Object.assign(log, { entries: [], prunedTo: 0, reads: 0, entriesRead: 0, silent: false });
});

it('tells by the number alone that a snapshot is needed', async () => {
	const catchUp = await startAt(20_000);
	const numbers = Array.from({ length: 300 }, (_, tab) => tab * 40);
	const answers = await Promise.all(numbers.map((after) => catchUp.answer(outside, after)));
	expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
		new Set([JSON.stringify(snapshotNeeded)]),
	);
	expect(await catchUp.answer(outside, 20_001)).toEqual(snapshotNeeded);
	expect(log.reads).toBe(0);
});

it('reads the log once for all who were away for a while, and answers alike', async () => {
	const catchUp = await startAt(20_000);
	const numbers = Array.from({ length: 300 }, (_, tab) => 20_000 - longestCatchUp + tab);
	const answers = await Promise.all(numbers.map((after) => catchUp.answer(inside, after)));
	expect(log.entriesRead).toBeLessThanOrEqual(longestCatchUp);
	expect(new Set(answers.map((answer) => answer.ok && answer.changes)).size).toBe(3);
	for (const [index, answer] of answers.entries()) {
		if (!answer.ok) throw new Error(answer.reason);
		expect(answer.after).toBeLessThanOrEqual(numbers[index] ?? 0);
		expect(answer).toMatchObject({ upTo: 20_000, changes: { length: 50 } });
	}
});

it('tells those who missed little exactly that', async () => {
	const catchUp = await startAt(1_000);
	commit(status(7), status(8));
	expect(await catchUp.answer(outside, 1_001)).toMatchObject({
		after: 1_001,
		upTo: 1_002,
		changes: [{ number: 1_002, unitId: 8 }],
	});
	const nothing = { ok: true, after: 1_002, upTo: 1_002, changes: [] };
	expect(await catchUp.answer(outside, 1_002)).toEqual(nothing);
	expect(log.entriesRead).toBe(2);
});

it('sends everybody who is behind a change of structure to a snapshot, and nobody else', async () => {
	const catchUp = await startAt(10);
	commit({ type: 'structure' }, ...Array.from({ length: 150 }, () => status(1)));
	expect(await catchUp.answer(outside, 10)).toEqual(snapshotNeeded);
	expect(await catchUp.answer(outside, 11)).toMatchObject({ ok: true, upTo: 161 });
});

it('rather has the public take the snapshot that all share than an answer that is as long', async () => {
	commit(...Array.from({ length: 3_000 }, (_, index) => status(index)));
	const catchUp = new CatchUp(database);
	expect(await catchUp.answer(outside, 500)).toEqual(snapshotNeeded);
	expect(await catchUp.answer(outside, 2_900)).toMatchObject({ ok: true });
	expect(await catchUp.answer(inside, 500)).toMatchObject({ changes: { length: 2_500 } });
});

it('tells nothing from before what was pruned', async () => {
	const catchUp = await startAt(100);
	commit(status(1), status(2));
	log.prunedTo = 101;
	expect(await catchUp.answer(outside, 100)).toEqual(snapshotNeeded);
	expect(await catchUp.answer(outside, 101)).toMatchObject({ changes: [{ number: 102 }] });
});

it('keeps no more than it may have to tell', async () => {
	const catchUp = await startAt(0);
	for (let turn = 0; turn < 20; turn++) {
		commit(...Array.from({ length: 900 }, () => status(1)));
		await catchUp.recent.refresh();
	}
	expect(catchUp.recent.since(0).length).toBeLessThan(longestCatchUp + 2_000);
	expect(catchUp.recent.upTo).toBe(18_000);
});

it('knows what was committed before it was asked, whatever is being read meanwhile', async () => {
	const catchUp = await startAt(5);
	const earlier = catchUp.recent.refresh();
	commit(status(1));
	await catchUp.recent.refresh();
	expect(catchUp.recent.upTo).toBe(6);
	await earlier;
});

it('gives up a database that is silent, and asks it again', async () => {
	vi.useFakeTimers();
	const catchUp = await startAt(5);
	log.silent = true;
	const answer = expect(catchUp.answer(outside, 5)).rejects.toThrow('has not answered');
	await vi.advanceTimersByTimeAsync(5_000);
	await answer;
	log.silent = false;
	expect(await catchUp.answer(outside, 5)).toMatchObject({ ok: true });
	vi.useRealTimers();
});
