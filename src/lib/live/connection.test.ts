import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChangeBatch, SubscribeReply } from '../contracts/events';
import { LiveConnection, silenceLimit, type Freshness } from './connection';
import type { LiveSocket } from './open-socket';

type Answer = (failure: Error | null, answer?: SubscribeReply) => void;

/** As much of a Socket.IO client as a connection uses; the test plays the network and the server. */
class FakeSocket extends EventEmitter {
	connected = false;
	active = true;
	connects = 0;
	readonly questions: { after: number; answer: (reply: SubscribeReply) => void }[] = [];

	connect() {
		this.connects += 1;
	}
	disconnect() {
		this.drop('io client disconnect');
	}
	timeout() {
		return {
			emit: (_event: string, { after }: { after: number }, answer: Answer) => {
				this.questions.push({
					after,
					answer: (reply) => {
						answer(null, reply);
					},
				});
			},
		};
	}
	open() {
		this.connected = true;
		this.emit('connect');
	}
	drop(reason: string) {
		if (!this.connected) return;
		this.connected = false;
		this.emit('disconnect', reason);
	}
	last() {
		const question = this.questions.at(-1);
		if (!question) throw new Error('Nothing was asked.');
		return question;
	}
}

const batch = (after: number, upTo: number): ChangeBatch => ({ after, upTo, changes: [] });
const reply = (after: number, upTo: number): SubscribeReply => ({
	ok: true,
	...batch(after, upTo),
});

async function open() {
	const socket = new FakeSocket();
	const state = {
		number: 0,
		applied: [] as string[],
		freshness: undefined as Freshness | undefined,
		snapshots: 0,
		snapshotNumber: 100,
		connections: 0,
	};
	const connection = new LiveConnection(
		{
			number: () => state.number,
			receive({ after, upTo }) {
				if (upTo <= state.number) return 'seen';
				if (after > state.number) return 'gap';
				state.applied.push(`${after}-${upTo}`);
				state.number = upTo;
				return 'applied';
			},
			takeSnapshot() {
				state.snapshots += 1;
				state.number = state.snapshotNumber;
				return Promise.resolve();
			},
			freshness: (freshness) => (state.freshness = freshness),
			connected: () => (state.connections += 1),
		},
		{
			stream: 'public',
			url: 'http://server',
			openSocket: () => Promise.resolve(socket as unknown as LiveSocket),
		},
	);
	await connection.start();
	return { connection, socket, state };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe('a live connection', () => {
	it('says that it is lost after 10 s without a heartbeat, with the age, and comes back by itself', async () => {
		const { connection, socket, state } = await open();
		socket.open();
		socket.last().answer(reply(0, 5));
		expect(state.freshness).toMatchObject({ status: 'live', age: 0 });
		const confirmedAt = Date.now();
		for (let second = 0; second < 30; second += 3) {
			vi.advanceTimersByTime(3_000);
			socket.emit('heartbeat', { ...batch(5, 5), at: '' });
		}
		expect(state.freshness).toMatchObject({ status: 'live', confirmedAt: confirmedAt + 30_000 });

		vi.advanceTimersByTime(silenceLimit);
		expect(state.freshness?.status).toBe('live');
		vi.advanceTimersByTime(1_000);
		expect(state.freshness).toMatchObject({ status: 'lost', age: silenceLimit + 1_000 });
		expect(socket.connects).toBe(2);

		socket.open();
		socket.last().answer(reply(5, 9));
		expect(state.freshness).toMatchObject({ status: 'live', age: 0 });
		expect(state.number).toBe(9);
		connection.stop();
	});

	it('says when the line is there again, though it was away for less than a silence', async () => {
		const { connection, socket, state } = await open();
		socket.open();
		socket.last().answer(reply(0, 5));
		socket.drop('transport close');
		vi.advanceTimersByTime(2_000);
		expect(state).toMatchObject({ connections: 1, freshness: { status: 'live' } });
		socket.open();
		expect(state.connections).toBe(2);
		connection.stop();
	});

	it('is connecting at first, and lost when nobody ever answers', async () => {
		const { connection, state } = await open();
		vi.advanceTimersByTime(9_000);
		expect(state.freshness?.status).toBe('connecting');
		vi.advanceTimersByTime(2_000);
		expect(state.freshness?.status).toBe('lost');
		connection.stop();
	});

	it('notices at once, after a sleep, that what it shows is old', async () => {
		const { connection, socket, state } = await open();
		socket.open();
		socket.last().answer(reply(0, 5));
		vi.setSystemTime(Date.now() + 3_600_000);
		connection.check();
		expect(state.freshness).toMatchObject({ status: 'lost', age: 3_600_000 });
		expect(socket.connects).toBe(2);
		connection.stop();
	});

	it('tries at once when it is online again, and not at every sign of it', async () => {
		const { connection, socket } = await open();
		socket.open();
		socket.last().answer(reply(0, 5));
		connection.wake();
		expect(socket.connects).toBe(1);
		socket.drop('transport close');
		// It was tried a moment ago, in vain.
		vi.advanceTimersByTime(silenceLimit + 1_000);
		expect(socket.connects).toBe(2);
		vi.advanceTimersByTime(3_000);
		expect(socket.connects).toBe(2);
		connection.wake();
		connection.wake();
		expect(socket.connects).toBe(3);
		connection.stop();
	});

	it('holds batches back until its question is answered', async () => {
		const { connection, socket, state } = await open();
		socket.open();
		socket.emit('changes', batch(3, 7));
		expect(state.applied).toEqual([]);
		socket.last().answer(reply(0, 5));
		expect(state.applied).toEqual(['0-5', '3-7']);
		connection.stop();
	});

	it('asks for what it missed when a batch begins after its own number', async () => {
		const { connection, socket, state } = await open();
		socket.open();
		socket.last().answer(reply(0, 5));
		socket.emit('changes', batch(6, 7));
		expect(socket.last().after).toBe(5);
		socket.emit('changes', batch(7, 8));
		socket.last().answer(reply(5, 7));
		expect(state.applied).toEqual(['0-5', '5-7', '7-8']);
		connection.stop();
	});

	it('drops the answer to a question from before the connection broke', async () => {
		const { connection, socket, state } = await open();
		socket.open();
		const early = socket.last();
		socket.drop('transport close');
		socket.open();
		early.answer(reply(0, 5));
		expect(state.number).toBe(0);
		socket.last().answer(reply(0, 6));
		expect(state.number).toBe(6);
		connection.stop();
	});

	it('starts over from a snapshot where the server says so, and goes on from its number', async () => {
		const { connection, socket, state } = await open();
		socket.open();
		socket.last().answer({ ok: false, reason: 'snapshotNeeded' });
		await vi.advanceTimersByTimeAsync(0);
		expect(state.snapshots).toBe(1);
		expect(socket.last().after).toBe(100);
		connection.stop();
	});

	it('does not hammer the server for snapshots that do not help', async () => {
		const { connection, socket, state } = await open();
		socket.open();
		for (let turn = 0; turn < 50; turn++) {
			socket.last().answer({ ok: false, reason: 'snapshotNeeded' });
			await vi.advanceTimersByTimeAsync(100);
		}
		expect(state.snapshots).toBeLessThanOrEqual(6);
		connection.stop();
	});

	it('polls by number while no WebSocket gets through, and stops when one does', async () => {
		const asked: string[] = [];
		vi.stubGlobal('fetch', (url: string) => {
			asked.push(url);
			return Promise.resolve(Response.json(reply(0, asked.length * 10)));
		});
		const { connection, socket, state } = await open();
		socket.emit('connect_error', new Error('websocket error'));
		await vi.advanceTimersByTimeAsync(500);
		socket.emit('connect_error', new Error('websocket error'));
		expect(asked).toEqual([]);
		await vi.advanceTimersByTimeAsync(500);
		expect(state).toMatchObject({ number: 10, freshness: { status: 'live' } });
		await vi.advanceTimersByTimeAsync(5_000);
		expect(asked[1]).toBe('http://server/api/v1/changes?stream=public&after=10');
		socket.open();
		await vi.advanceTimersByTimeAsync(20_000);
		expect(asked).toHaveLength(2);
		connection.stop();
	});

	it('does not poll where the next attempt gets through', async () => {
		const asked: string[] = [];
		vi.stubGlobal('fetch', (url: string) => {
			asked.push(url);
			return Promise.resolve(Response.json(reply(0, 10)));
		});
		const { connection, socket } = await open();
		socket.emit('connect_error', new Error('websocket error'));
		await vi.advanceTimersByTimeAsync(500);
		socket.open();
		await vi.advanceTimersByTimeAsync(10_000);
		expect(asked).toEqual([]);
		connection.stop();
	});

	it('stops for good when the session has ended', async () => {
		const { connection, socket, state } = await open();
		socket.open();
		socket.last().answer(reply(0, 5));
		socket.emit('signedOut');
		expect(state.freshness).toMatchObject({ status: 'lost', age: 0, signedOut: true });
		await vi.advanceTimersByTimeAsync(60_000);
		expect(socket.connects).toBe(1);
		expect(state.freshness).toMatchObject({ status: 'lost', age: 60_000, signedOut: true });
		connection.stop();
		expect(vi.getTimerCount()).toBe(0);
	});

	it('comes back when the server lets go of it', async () => {
		const { connection, socket } = await open();
		socket.open();
		socket.drop('io server disconnect');
		await vi.advanceTimersByTimeAsync(2_000);
		expect(socket.connects).toBe(2);
		connection.stop();
	});

	it('leaves nothing running when it is stopped', async () => {
		const { connection, socket } = await open();
		socket.open();
		connection.stop();
		expect(vi.getTimerCount()).toBe(0);
		expect(socket.eventNames()).toEqual([]);
	});
});
