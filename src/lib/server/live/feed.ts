import type { ChangeBatch, ServerToClientEvents, SubscribeReply } from '../../contracts/events';
import { changePosition, changesChannel, readChanges } from '../change-log';
import type { DatabaseHandle } from '../db/client';
import { catchUp } from './catch-up';
import { roomOf, selectChanges, type Audience } from './streams';

/** Changes of this many milliseconds go out together. */
export const coalescingWindow = 200;
/** The first change after a quiet time waits only this long for its siblings. */
const shortestWait = 20;
export const heartbeatInterval = 3_000;
const tick = 1_000;
const entriesPerRead = 1_000;

type Heartbeat = Parameters<ServerToClientEvents['heartbeat']>[0];

/** Where the feed pours out to: Socket.IO, or a test. */
export interface Outlet {
	hasMembers(room: string): boolean;
	changes(room: string, batch: ChangeBatch): void;
	heartbeat(room: string, beat: Heartbeat): void;
}

interface Room {
	audience: Audience;
	/** Members that have everything up to here miss nothing. */
	sent: number;
	/** Milliseconds since the epoch. */
	spokeAt: number;
}

/**
 * One node's way from the change log to its rooms: woken by NOTIFY, it reads after its own number and
 * gives each room one batch. A heartbeat goes out only after a read that succeeded, so a node
 * that is cut off from its database falls silent instead of vouching for old figures.
 */
export class ChangeFeed {
	readonly #handle: DatabaseHandle;
	readonly #outlet: Outlet;
	readonly #rooms = new Map<string, Room>();
	/** Answers under way: one for all who ask the same at once, as after a restart. */
	readonly #answers = new Map<string, Promise<SubscribeReply>>();
	#number = 0;
	#stopped = false;
	#lastPullAt = 0;
	#pulling: Promise<boolean> = Promise.resolve(true);
	#wake: ReturnType<typeof setTimeout> | undefined;
	#ticker: ReturnType<typeof setInterval> | undefined;
	#unlisten: (() => Promise<void>) | undefined;

	constructor(handle: DatabaseHandle, outlet: Outlet) {
		this.#handle = handle;
		this.#outlet = outlet;
	}

	async start(): Promise<void> {
		this.#number = (await changePosition(this.#handle.database)).lastNumber;
		const wake = () => {
			this.#wakeSoon();
		};
		// Runs again after a lost connection: what was notified meanwhile is read then.
		this.#unlisten = await this.#handle.listen(changesChannel, wake, wake);
		this.#ticker = setInterval(() => void this.#beat(), tick);
	}

	async stop(): Promise<void> {
		this.#stopped = true;
		clearTimeout(this.#wake);
		clearInterval(this.#ticker);
		await this.#pulling;
		await this.#unlisten?.();
	}

	/** Call after the socket has joined the room: from then on batches continue what `catchUp` says. */
	addRoom(audience: Audience): void {
		const name = roomOf(audience);
		if (this.#rooms.has(name)) return;
		this.#rooms.set(name, { audience, sent: this.#number, spokeAt: Date.now() });
	}

	catchUp(audience: Audience, after: number): Promise<SubscribeReply> {
		const question = `${roomOf(audience)} ${after}`;
		const known = this.#answers.get(question);
		if (known) return known;
		const answer = catchUp(this.#handle.database, audience, after).finally(() => {
			if (this.#answers.get(question) === answer) this.#answers.delete(question);
		});
		this.#answers.set(question, answer);
		return answer;
	}

	#wakeSoon(): void {
		if (this.#wake !== undefined || this.#stopped) return;
		const wait = Math.max(shortestWait, this.#lastPullAt + coalescingWindow - Date.now());
		this.#wake = setTimeout(() => {
			this.#wake = undefined;
			void this.#pull();
		}, wait);
	}

	async #beat(): Promise<void> {
		const isDue = (room: Room) => Date.now() - room.spokeAt >= heartbeatInterval - tick;
		if (![...this.#rooms.values()].some(isDue)) return;
		if (!(await this.#pull()) || this.#stopped) return;
		this.#dropEmptyRooms();
		for (const [name, room] of this.#rooms) if (isDue(room)) this.#heartbeat(name, room);
	}

	/** Reads and gives out everything after the own number. @returns whether the database answered. */
	#pull(): Promise<boolean> {
		this.#pulling = this.#pulling.then(async () => {
			try {
				while (!this.#stopped && (await this.#pullOnce()));
				return true;
			} catch (error) {
				if (this.#stopped) return false;
				const reason = error instanceof Error ? error.message : String(error);
				console.error(JSON.stringify({ level: 'error', event: 'live.read', reason }));
				return false;
			}
		});
		return this.#pulling;
	}

	/** @returns whether there is more to read. */
	async #pullOnce(): Promise<boolean> {
		this.#lastPullAt = Date.now();
		const { upTo, changes, more, prunedTo } = await readChanges(
			this.#handle.database,
			this.#number,
			entriesPerRead,
		);
		// An answer that is read before this may not be given to a socket that joins after it.
		this.#answers.clear();
		if (prunedTo > this.#number) return this.#skipTo(prunedTo);
		if (changes.length === 0) return false;
		this.#number = upTo;
		this.#dropEmptyRooms();
		for (const [name, room] of this.#rooms) {
			const selected = selectChanges(room.audience, changes);
			if (selected.length === 0) continue;
			this.#outlet.changes(name, { after: room.sent, upTo, changes: selected });
			room.sent = upTo;
			room.spokeAt = Date.now();
		}
		return more;
	}

	/** What is pruned can't be told any more: everybody learns that there is a gap, and asks. */
	#skipTo(number: number): boolean {
		this.#number = number;
		for (const [name, room] of this.#rooms) {
			room.sent = number;
			this.#heartbeat(name, room);
		}
		return true;
	}

	#heartbeat(name: string, room: Room): void {
		const at = new Date();
		this.#outlet.heartbeat(name, { after: room.sent, upTo: this.#number, at: at.toISOString() });
		room.sent = this.#number;
		room.spokeAt = at.getTime();
	}

	#dropEmptyRooms(): void {
		for (const name of this.#rooms.keys())
			if (!this.#outlet.hasMembers(name)) this.#rooms.delete(name);
	}
}
