import type { ChangeBatch, ServerToClientEvents, SubscribeReply } from '../../contracts/events';
import { changesChannel } from '../change-log';
import type { DatabaseHandle } from '../db/client';
import { describeError, log } from '../log';
import { catchUpOf, type CatchUp } from './catch-up';
import { roomOf, selectChanges, type Audience } from './streams';

/** Changes of this many milliseconds go out together. */
export const coalescingWindow = 200;
/** The first change after a quiet time waits only this long for its siblings. */
const shortestWait = 20;
export const heartbeatInterval = 3_000;
const tick = 1_000;
const entriesPerBatch = 1_000;

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
	readonly #catchUp: CatchUp;
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
		this.#catchUp = catchUpOf(handle.database);
	}

	async start(): Promise<void> {
		await this.#catchUp.recent.refresh();
		this.#number = this.#catchUp.recent.upTo;
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
		return this.#catchUp.answer(audience, after);
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
				log('error', 'live.read', describeError(error));
				return false;
			}
		});
		return this.#pulling;
	}

	/** @returns whether there is more to read. */
	async #pullOnce(): Promise<boolean> {
		this.#lastPullAt = Date.now();
		const { recent } = this.#catchUp;
		await recent.refresh();
		if (this.#number < recent.from) return this.#skipTo(recent.from);
		const changes = recent.since(this.#number).slice(0, entriesPerBatch);
		const upTo = changes.at(-1)?.number;
		if (upTo === undefined) return false;
		this.#number = upTo;
		this.#dropEmptyRooms();
		for (const [name, room] of this.#rooms) {
			const selected = selectChanges(room.audience, changes);
			if (selected.length === 0) continue;
			this.#outlet.changes(name, { after: room.sent, upTo, changes: selected });
			room.sent = upTo;
			room.spokeAt = Date.now();
		}
		return upTo < recent.upTo;
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
