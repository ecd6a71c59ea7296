import * as v from 'valibot';
import type { SubscribeReply } from '../../contracts/events';
import { ScreenReport, shortestReportInterval } from '../../contracts/screens';
import type { DatabaseHandle } from '../db/client';
import { describeError, log } from '../log';
import { broadcast } from './broadcast';
import { ChangeFeed } from './feed';
import type { LiveServer, LiveSession, LiveSocket, Place } from './live-server';
import { RateLimit } from './rate-limit';
import { roomOf } from './streams';

/** What the sockets have to know about accounts, handed in from outside. */
export interface LiveAccess {
	/** Null for a visitor who isn't signed in. */
	identify(cookieHeader: string | undefined): Promise<LiveSession | null>;
	/** Those of the sessions that still hold, by key, with what they reach at this moment. */
	currentSessions(keys: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>>;
	/** Keeps how a screen says it is; left out where there are none. */
	keepReport?(screenId: number, report: ScreenReport): Promise<void>;
}

const SubscribeRequest = v.object({
	stream: v.picklist(['public', 'internal']),
	after: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

const failed = { ok: false, reason: 'failed' } as const;

/** A revoked session is gone within 5 s: this, and the time of a query. */
const sessionCheckInterval = 3_000;
/** A well-behaved client asks once, and again after a gap. */
const eventLimit = { count: 20, span: 10_000 };

/** The sockets of one node. They subscribe, and paired screens say how they are. */
export class Live {
	readonly #io: LiveServer;
	readonly #access: LiveAccess;
	readonly #feed: ChangeFeed;
	#sessionCheck: ReturnType<typeof setInterval> | undefined;
	#checking = false;

	constructor(io: LiveServer, handle: DatabaseHandle, access: LiveAccess) {
		this.#io = io;
		this.#access = access;
		this.#feed = new ChangeFeed(handle, {
			hasMembers: (room) => io.of('/').adapter.rooms.has(room),
			changes: (room, batch) => broadcast(io, room, 'changes', batch),
			heartbeat: (room, beat) => broadcast(io, room, 'heartbeat', beat),
		});
	}

	async start(): Promise<void> {
		await this.#feed.start();
		this.#io.on('connection', (socket) => {
			this.#welcome(socket);
		});
		this.#sessionCheck = setInterval(() => void this.#dropEndedSessions(), sessionCheckInterval);
	}

	/** Lets go of every socket; clients come back to whoever serves next. */
	async stop(): Promise<void> {
		clearInterval(this.#sessionCheck);
		this.#io.removeAllListeners('connection');
		this.#io.local.disconnectSockets(true);
		await this.#feed.stop();
	}

	#welcome(socket: LiveSocket): void {
		const rate = new RateLimit(eventLimit.count, eventLimit.span);
		socket.use((_event, next) => {
			if (rate.allow(Date.now())) next();
			else socket.disconnect(true);
		});
		socket.on('subscribe', (request, reply) => {
			if (typeof (reply as unknown) !== 'function') return;
			void this.#answer(socket, request).then(reply);
		});
		socket.on('report', (report) => void this.#keepReport(socket, report));
	}

	async #keepReport(socket: LiveSocket, report: unknown): Promise<void> {
		const screenId = socket.data.place?.session?.screenId;
		const parsed = v.safeParse(ScreenReport, report);
		const now = Date.now();
		if (screenId === undefined || !parsed.success) return;
		if (now - (socket.data.reportedAt ?? 0) < shortestReportInterval) return;
		socket.data.reportedAt = now;
		try {
			await this.#access.keepReport?.(screenId, parsed.output);
		} catch (error) {
			logFailure('live.report', error);
		}
	}

	async #answer(socket: LiveSocket, request: unknown): Promise<SubscribeReply> {
		if (socket.data.asking) return failed;
		socket.data.asking = true;
		try {
			return await this.#subscribe(socket, request);
		} catch (error) {
			logFailure('live.subscribe', error);
			return failed;
		} finally {
			socket.data.asking = false;
		}
	}

	async #subscribe(socket: LiveSocket, request: unknown): Promise<SubscribeReply> {
		const parsed = v.safeParse(SubscribeRequest, request);
		if (!parsed.success) return { ok: false, reason: 'invalid' };
		const { stream, after } = parsed.output;
		const place = await this.#placeFor(socket, stream);
		if (!place) return { ok: false, reason: 'forbidden' };
		await move(socket, place);
		this.#feed.addRoom(place.audience);
		return this.#feed.catchUp(place.audience, after);
	}

	async #placeFor(socket: LiveSocket, stream: 'public' | 'internal'): Promise<Place | undefined> {
		if (stream === 'public') return { audience: { stream }, session: null };
		const session = await this.#access.identify(socket.handshake.headers.cookie);
		if (!session || session.unitIds.length === 0) return undefined;
		return { audience: { stream, unitIds: session.unitIds }, session };
	}

	async #dropEndedSessions(): Promise<void> {
		if (this.#checking) return;
		this.#checking = true;
		try {
			const sockets = [...this.#io.of('/').sockets.values()];
			const keys = new Set(
				sockets.flatMap(({ data: { place } }) => (place?.session ? [place.session.key] : [])),
			);
			if (keys.size === 0) return;
			const current = await this.#access.currentSessions([...keys]);
			for (const socket of sockets) dropIfEnded(socket, current);
		} catch (error) {
			logFailure('live.sessions', error);
		} finally {
			this.#checking = false;
		}
	}
}

/** Joins first and reads after: what is committed in between comes twice, which is harmless. */
async function move(socket: LiveSocket, place: Place): Promise<void> {
	const former = socket.data.place;
	socket.data.place = place;
	const room = roomOf(place.audience);
	if (former && roomOf(former.audience) !== room) await socket.leave(roomOf(former.audience));
	await socket.join(room);
}

function dropIfEnded(socket: LiveSocket, current: ReadonlyMap<string, readonly number[]>): void {
	const { place } = socket.data;
	if (!place?.session) return;
	const unitIds = current.get(place.session.key);
	if (!unitIds || unitIds.length === 0) socket.emit('signedOut');
	// Whose reach has changed comes back at once, into the right room.
	else if (roomOf({ stream: 'internal', unitIds }) === roomOf(place.audience)) return;
	socket.disconnect(true);
}

function logFailure(event: string, error: unknown): void {
	log('error', event, describeError(error));
}
