import type { ChangeBatch, SubscribeReply } from '../contracts/events';
import type { ScreenReport } from '../contracts/screens';
import { answerTimeout, openSocket, type LiveSocket } from './open-socket';

export type Stream = 'public' | 'internal';

/** What a connection moves: it decides when to ask, the receiver what the answers mean. */
export interface LiveReceiver {
	/** The change-log number up to which the receiver has everything. */
	number(): number;
	receive(batch: ChangeBatch): 'applied' | 'seen' | 'gap' | 'snapshotNeeded';
	/** Takes a new snapshot; rejects when that fails, and is asked again. */
	takeSnapshot(): Promise<void>;
	/** Called every second, and whenever it changes. */
	freshness(freshness: Freshness): void;
	/** The line is there, or there again: a server that was started anew may be another release. */
	connected?(): void;
}

export interface Freshness {
	status: 'connecting' | 'live' | 'lost';
	/** When the server last confirmed what the receiver has, in milliseconds since the epoch. */
	confirmedAt: number;
	/** Milliseconds since then. */
	age: number;
	/** The session has ended: the connection has stopped for good. */
	signedOut: boolean;
}

export interface LiveConnectionOptions {
	stream: Stream;
	/** Origin of the server; undefined: where the page comes from. */
	url?: string;
	/** Opens a socket that isn't connected yet. */
	openSocket?: (url: string | undefined) => Promise<LiveSocket>;
}

/** Silence after which a screen says that it is cut off; the server beats every 3 s. */
export const silenceLimit = 10_000;
const pollInterval = 5_000;
const retryDelay = 1_000;

/**
 * Keeps a receiver up to date: by WebSocket, and by asking over HTTP where no WebSocket gets through.
 * Whatever happens, it asks for what came after the receiver's own number.
 */
export class LiveConnection {
	readonly #receiver: LiveReceiver;
	readonly #options: LiveConnectionOptions;
	#socket: LiveSocket | undefined;
	#stopped = false;
	#signedOut = false;
	#confirmedOnce = false;
	#confirmedAt = 0;
	#revivedAt = 0;
	#clock: ReturnType<typeof setInterval> | undefined;
	/** Counts subscriptions, so that the answer to an outdated one is dropped. */
	#subscription = 0;
	/** Batches that arrive while a subscription is being answered. */
	#arrived: ChangeBatch[] | undefined;
	#startedOverAt = 0;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#poll: ReturnType<typeof setTimeout> | undefined;

	constructor(receiver: LiveReceiver, options: LiveConnectionOptions) {
		this.#receiver = receiver;
		this.#options = options;
	}

	async start(): Promise<void> {
		this.#confirmedAt = Date.now();
		this.#clock = setInterval(() => {
			this.check();
		}, 1_000);
		const socket = await (this.#options.openSocket ?? openSocket)(this.#options.url);
		if (this.#stopped) {
			socket.disconnect();
			return;
		}
		this.#socket = socket;
		socket.on('connect', () => {
			this.#stopPolling();
			this.#subscribe();
			this.#receiver.connected?.();
		});
		socket.on('connect_error', () => {
			this.#startPolling();
			// A refusal by the server isn't retried by the library, a transport failure is.
			if (!socket.active) this.#reconnectLater();
		});
		socket.on('disconnect', (reason) => {
			this.#abandonSubscription();
			if (reason === 'io server disconnect') this.#reconnectLater();
		});
		socket.on('changes', (batch) => this.#onBatch(batch));
		socket.on('heartbeat', ({ after, upTo }) => this.#onBatch({ after, upTo, changes: [] }));
		socket.on('signedOut', () => this.#signOut());
		socket.connect();
	}

	/** Asks for what came after the receiver's number, which it may have set back. */
	resync(): void {
		if (this.#socket?.connected) this.#subscribe();
	}

	/** Takes a snapshot, and asks for what came after it. */
	startOver(): void {
		void this.#startOver();
	}

	/** Says how a paired screen is. @returns whether there was a connection to say it over. */
	report(report: ScreenReport): boolean {
		if (!this.#socket?.connected) return false;
		this.#socket.emit('report', report);
		return true;
	}

	/** Its device is awake, or online again: the next attempt is not waited for. */
	wake(): void {
		this.check();
		const now = Date.now();
		const isWaiting = this.#socket !== undefined && !this.#socket.connected;
		if (isWaiting && now - this.#revivedAt >= retryDelay) this.#revive(now);
	}

	/** Looks at the clock. */
	check(): void {
		const now = Date.now();
		const age = Math.max(0, now - this.#confirmedAt);
		const isLost = this.#signedOut || age > silenceLimit;
		this.#receiver.freshness({
			status: isLost ? 'lost' : this.#confirmedOnce ? 'live' : 'connecting',
			confirmedAt: this.#confirmedAt,
			age,
			signedOut: this.#signedOut,
		});
		if (isLost && now - this.#revivedAt >= silenceLimit) this.#revive(now);
	}

	stop(): void {
		clearInterval(this.#clock);
		this.#hangUp();
	}

	/** For good; only the clock goes on, which says how old what is shown has become. */
	#hangUp(): void {
		this.#stopped = true;
		this.#abandonSubscription();
		this.#stopPolling();
		this.#socket?.removeAllListeners();
		this.#socket?.disconnect();
	}

	/** After a long silence the connection may be dead without knowing it. */
	#revive(now: number): void {
		if (this.#stopped || !this.#socket) return;
		this.#revivedAt = now;
		this.#socket.disconnect();
		this.#socket.connect();
	}

	#signOut(): void {
		this.#hangUp();
		this.#signedOut = true;
		this.check();
	}

	#confirm(): void {
		this.#confirmedOnce = true;
		this.#confirmedAt = Date.now();
		this.check();
	}

	#onBatch(batch: ChangeBatch): void {
		if (this.#arrived) this.#arrived.push(batch);
		else this.#receive(batch);
	}

	#receive(batch: ChangeBatch): void {
		const outcome = this.#receiver.receive(batch);
		if (outcome === 'gap') this.#subscribe();
		else if (outcome === 'snapshotNeeded') void this.#startOver();
		else this.#confirm();
	}

	#subscribe(): void {
		const socket = this.#socket;
		if (!socket?.connected || this.#stopped) return;
		this.#abandonSubscription();
		const subscription = this.#subscription;
		this.#arrived = [];
		const request = { stream: this.#options.stream, after: this.#receiver.number() };
		socket.timeout(answerTimeout).emit('subscribe', request, (failure: Error | null, answer) => {
			if (subscription !== this.#subscription) return;
			if (failure) this.#retryLater(() => this.#subscribe());
			else this.#take(answer);
		});
	}

	#take(answer: SubscribeReply): void {
		if (!answer.ok) {
			if (answer.reason === 'snapshotNeeded') void this.#startOver();
			else if (answer.reason === 'forbidden') this.#signOut();
			else this.#retryLater(() => this.#subscribe());
			return;
		}
		const arrived = this.#arrived ?? [];
		this.#arrived = undefined;
		// A batch that leads to a new question has the rest held again, to be judged after its answer.
		for (const batch of [answer, ...arrived]) this.#onBatch(batch);
	}

	/** Nothing that arrives before the snapshot is of use: the subscription after it brings it again. */
	async #startOver(): Promise<void> {
		this.#abandonSubscription();
		const subscription = this.#subscription;
		this.#arrived = [];
		// A snapshot that doesn't help mustn't be asked for in a tight loop.
		if (Date.now() - this.#startedOverAt < retryDelay) {
			this.#retryLater(() => void this.#startOver());
			return;
		}
		this.#startedOverAt = Date.now();
		try {
			await this.#receiver.takeSnapshot();
		} catch {
			if (subscription === this.#subscription) this.#retryLater(() => void this.#startOver());
			return;
		}
		if (subscription !== this.#subscription) return;
		if (this.#socket?.connected) this.#subscribe();
		else this.#arrived = undefined;
	}

	#abandonSubscription(): void {
		this.#subscription += 1;
		this.#arrived = undefined;
		clearTimeout(this.#retry);
	}

	#retryLater(attempt: () => void): void {
		clearTimeout(this.#retry);
		this.#retry = setTimeout(attempt, retryDelay * (0.5 + Math.random()));
	}

	#reconnectLater(): void {
		this.#retryLater(() => {
			if (!this.#stopped) this.#socket?.connect();
		});
	}

	/**
	 * After the first attempt that failed: it may have taken as long as an answer, and a second one would
	 * outlast the limit of silence. Not at once: a server that starts anew has its sockets back sooner.
	 */
	#startPolling(): void {
		this.#poll ??= setTimeout(() => void this.#ask(), retryDelay);
	}

	#stopPolling(): void {
		clearTimeout(this.#poll);
		this.#poll = undefined;
	}

	async #ask(): Promise<void> {
		const query = new URLSearchParams({
			stream: this.#options.stream,
			after: String(this.#receiver.number()),
		});
		try {
			const response = await fetch(`${this.#options.url ?? ''}/api/v1/changes?${query}`, {
				signal: AbortSignal.timeout(answerTimeout),
			});
			if (this.#poll === undefined) return;
			if (response.status === 401 || response.status === 403) {
				this.#signOut();
				return;
			}
			if (response.ok) this.#take((await response.json()) as SubscribeReply);
		} catch {
			// No answer is what the receiver's clock shows; the next question is on its way.
		}
		if (this.#poll !== undefined) this.#poll = setTimeout(() => void this.#ask(), pollInterval);
	}
}
