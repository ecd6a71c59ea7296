import { io } from 'socket.io-client';
import type { Snapshot } from '../../src/lib/contracts/events';
import { applyBatch, dataOf, frameOf, type LiveData } from '../../src/lib/live/apply-batch';
import { LiveConnection, type Stream } from '../../src/lib/live/connection';
import type { LiveSocket } from '../../src/lib/live/open-socket';

export interface TestScreenOptions {
	stream: Stream;
	url: string;
	takeSnapshot: () => Promise<Snapshot>;
	cookie?: string;
	/** Milliseconds between attempts to connect. */
	reconnectionDelay?: number;
}

/** A screen without pixels: the browser's own connection and its own rule for batches. */
export class TestScreen {
	readonly #options: TestScreenOptions;
	readonly #connection: LiveConnection;
	readonly #waiting: { number: number; resolve: () => void }[] = [];
	#snapshot: Snapshot | undefined;
	#data: LiveData | undefined;
	/** Everything it has shown, in order. */
	readonly shown: LiveData[] = [];
	snapshots = 0;
	subscriptions = 0;

	constructor(options: TestScreenOptions) {
		this.#options = options;
		this.#connection = new LiveConnection(
			{
				number: () => this.data.number,
				receive: (batch) => {
					const outcome = applyBatch(this.data, frameOf(this.#current()), batch);
					if (outcome.kind === 'applied') this.#show(outcome.data);
					return outcome.kind;
				},
				takeSnapshot: () => this.#takeSnapshot(),
				freshness: () => undefined,
			},
			{ stream: options.stream, openSocket: () => Promise.resolve(this.#open()) },
		);
	}

	get data(): LiveData {
		if (!this.#data) throw new Error('The screen has not started.');
		return this.#data;
	}

	async start(): Promise<void> {
		await this.#takeSnapshot();
		await this.#connection.start();
	}

	/** Resolves when the screen stands at this number or beyond. */
	reach(number: number): Promise<void> {
		if (this.data.number >= number) return Promise.resolve();
		return new Promise((resolve) => this.#waiting.push({ number, resolve }));
	}

	stop(): void {
		this.#connection.stop();
	}

	#current(): Snapshot {
		if (!this.#snapshot) throw new Error('The screen has not started.');
		return this.#snapshot;
	}

	async #takeSnapshot(): Promise<void> {
		this.#snapshot = await this.#options.takeSnapshot();
		this.snapshots += 1;
		this.#show(dataOf(this.#snapshot));
	}

	#show(data: LiveData): void {
		this.#data = data;
		this.shown.push(data);
		for (const { number, resolve } of this.#waiting) if (data.number >= number) resolve();
	}

	#open(): LiveSocket {
		const { cookie, reconnectionDelay = 20, url } = this.#options;
		const socket: LiveSocket = io(url, {
			transports: ['websocket'],
			autoConnect: false,
			forceNew: true,
			reconnectionDelay,
			reconnectionDelayMax: reconnectionDelay * 2,
			...(cookie === undefined ? {} : { extraHeaders: { cookie } }),
		});
		socket.onAnyOutgoing((event) => {
			if (event === 'subscribe') this.subscriptions += 1;
		});
		return socket;
	}
}
