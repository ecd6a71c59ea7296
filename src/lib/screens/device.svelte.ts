import * as v from 'valibot';
import type { ChangeBatch } from '$lib/contracts/events';
import { OwnScreen, reportInterval, shortestReportInterval } from '$lib/contracts/screens';
import type { ScreenReport } from '$lib/contracts/screens';
import { ServerClock } from '$lib/live/server-clock';
import { LiveConnection, type LiveReceiver } from '$lib/live/connection';
import { wakeWithDevice } from '$lib/live/wake-with-device';
import { showAt } from './steer';
import { minuteLength } from '../contracts/local-time';

const tick = 1_000;
/** The code of the remote control changes hourly. */
const renewal = 30 * minuteLength;
const answerTimeout = 8_000;

export interface DeviceOptions {
	/** Where the screen reads what it knows of itself. */
	address: string;
	/** How it is; null while that isn't known. */
	report: () => ScreenReport | null;
	/** It may read nothing more. */
	revoked: () => void;
}

/** A paired screen: hears what a remote control has it show, and says how it is. */
export class Device {
	readonly #options: DeviceOptions;
	#own = $state.raw<OwnScreen | null>(null);
	/** By the server's clock, as what it is told to show ends by that. */
	#now = $state(Date.now());
	readonly clock = new ServerClock();
	#number = 0;
	#readAt = 0;
	#reportedAt = 0;
	#reported = '';
	#connection: LiveConnection | undefined;
	#unwatch: (() => void) | undefined;
	#answered = false;
	/** What it is told to show at this moment; null: its own way. */
	readonly show = $derived(showAt(this.#own?.show ?? null, this.#now));

	constructor(options: DeviceOptions) {
		this.#options = options;
	}

	/** Null until it has been read. */
	get own(): OwnScreen | null {
		return this.#own;
	}

	/** @returns how to stop. */
	start(): () => void {
		const clock = setInterval(() => void this.#beat(), tick);
		void this.#beat();
		return () => {
			clearInterval(clock);
			this.#unwatch?.();
			this.#connection?.stop();
		};
	}

	/** Reads what the server knows of it. @returns whether there was an answer. */
	async read(): Promise<boolean> {
		this.#readAt = Date.now();
		this.#answered = await this.#read();
		return this.#answered;
	}

	async #read(): Promise<boolean> {
		const asked = Date.now();
		try {
			const response = await fetch(this.#options.address, {
				signal: AbortSignal.timeout(answerTimeout),
			});
			// Led away to where screens are paired.
			if (response.redirected || response.status === 403) this.#options.revoked();
			const own = v.safeParse(OwnScreen, await response.json());
			if (!own.success) return false;
			this.clock.hear(own.output.at, asked);
			this.#now = this.clock.now();
			this.#own = own.output;
			this.#number = Math.max(this.#number, own.output.number);
			return true;
		} catch {
			// Cut off: the wall says so, and this is tried again.
			return false;
		}
	}

	async #beat(): Promise<void> {
		this.#now = this.clock.now();
		const due = this.#answered ? renewal : shortestReportInterval;
		if (Date.now() - this.#readAt >= due) await this.read();
		if (this.#own && !this.#connection) this.#connect();
		this.#say();
	}

	#connect(): void {
		this.#connection = new LiveConnection(
			{
				number: () => this.#number,
				receive: (batch) => this.#receive(batch),
				takeSnapshot: async () => {
					if (!(await this.read())) throw new Error('The server does not answer.');
				},
				freshness: ({ signedOut }) => {
					if (signedOut) this.#options.revoked();
				},
			},
			{ stream: 'internal' },
		);
		this.#unwatch = wakeWithDevice(this.#connection);
		void this.#connection.start();
	}

	#receive(batch: ChangeBatch): ReturnType<LiveReceiver['receive']> {
		if (batch.upTo <= this.#number) return 'seen';
		if (batch.after > this.#number) return 'gap';
		for (const change of batch.changes)
			if (this.#own && change.type === 'screen' && change.screenId === this.#own.id)
				this.#own = { ...this.#own, show: change.show };
		this.#number = batch.upTo;
		return 'applied';
	}

	/** Every minute, and soon when it shows something else. */
	#say(): void {
		const report = this.#options.report();
		if (!report) return;
		const since = Date.now() - this.#reportedAt;
		const shown = `${report.scene} ${report.at ?? ''}`;
		const isDue =
			since >= reportInterval || (since > shortestReportInterval && shown !== this.#reported);
		if (!isDue || !this.#connection?.report(report)) return;
		this.#reportedAt = Date.now();
		this.#reported = shown;
	}
}
