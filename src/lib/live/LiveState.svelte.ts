import { untrack } from 'svelte';
import type { Basis, UnitFigures, UnitStatus } from '../contracts/coverage';
import type { ChangeBatch, Snapshot, SnapshotUnit } from '../contracts/events';
import { applyBatch, dataOf, frameOf, type LiveData, type LiveFrame } from './apply-batch';
import { LiveConnection, type Freshness, type LiveReceiver, type Stream } from './connection';
import { wakeWithDevice } from './wake-with-device';
import { fetchSnapshot } from './fetch-snapshot';
import { Pulse } from './pulse.svelte';

export interface LiveStateOptions {
	stream: Stream;
	/**
	 * Reads anew what is shown, after a change of structure or an absence too long to catch up with.
	 * Default: the snapshot of the API for the period shown.
	 */
	readSnapshot?: (shown: Snapshot) => Promise<Snapshot>;
	/** Whether what is given is a state of the past, which follows nothing. */
	still?: () => boolean;
	/** After that: reload what the page shows beside the snapshot, such as boundaries or a trend. */
	afterSnapshot?: () => void;
	/** Whenever the line is there, also after a break so short that nothing shows of it. */
	onconnected?: () => void;
}

/**
 * What a screen shows, kept up to date for as long as its component is there. In a component's
 * script: `const live = new LiveState(() => data.snapshot, { stream: 'public' })`. It starts over
 * when the given snapshot becomes another one, and undoes every subscription by itself.
 */
export class LiveState {
	readonly #options: LiveStateOptions;
	#connection: LiveConnection | undefined;
	#snapshot: Snapshot;
	#frame: LiveFrame;
	#data: LiveData;
	readonly #pulse = new Pulse();
	#freshness: Freshness;
	#taking: { shown: Snapshot; taken: Promise<Snapshot> } | undefined;

	constructor(snapshot: () => Snapshot, options: LiveStateOptions) {
		const first = untrack(snapshot);
		this.#options = options;
		this.#frame = frameOf(first);
		this.#snapshot = $state.raw(first);
		this.#data = $state.raw(dataOf(first));
		this.#freshness = $state.raw<Freshness>(unheard(first));
		let given = first;
		$effect(() => {
			const next = snapshot();
			if (next === given) return;
			given = next;
			untrack(() => {
				if (!next.partial || !isOfSame(next, this.#snapshot)) this.replaceSnapshot(next);
			});
		});
		$effect(() => {
			const still = options.still?.() === true;
			return untrack(() => {
				if (!still) return this.#connect();
				this.#freshness = unheard(this.#snapshot);
				return undefined;
			});
		});
	}

	get period() {
		return this.#snapshot.period;
	}

	get previousPeriod() {
		return this.#snapshot.previous?.period ?? null;
	}

	/** It opened with a part of what it shows, and is fetching the whole. */
	get partial(): boolean {
		return this.#snapshot.partial === true;
	}

	get scope(): SnapshotUnit {
		return this.#snapshot.scope;
	}

	get units(): readonly SnapshotUnit[] {
		return this.#snapshot.units;
	}

	/** Those of a country; none of anything smaller. */
	get provinces(): readonly SnapshotUnit[] {
		return this.#snapshot.provinces;
	}

	/** The change-log number that everything shown stands at. */
	get number(): number {
		return this.#data.number;
	}

	figures(unitId: number, basis: Basis): UnitFigures | undefined {
		return this.#data.figures[basis].get(unitId);
	}

	/** By unit id; the map is a new one after every change. */
	allFigures(basis: Basis): ReadonlyMap<number, UnitFigures> {
		return this.#data.figures[basis];
	}

	/** Of the month before. */
	previousFigures(unitId: number, basis: Basis): UnitFigures | undefined {
		return this.#data.previousFigures[basis].get(unitId);
	}

	allPreviousFigures(basis: Basis): ReadonlyMap<number, UnitFigures> {
		return this.#data.previousFigures[basis];
	}

	/** By unit id; a unit that isn't in it has sent nothing. */
	get statuses(): ReadonlyMap<number, UnitStatus> {
		return this.#data.statuses;
	}

	/** The scope's figures by period id, where they changed since the snapshot; null = none are left. */
	trendChanges(basis: Basis): ReadonlyMap<number, UnitFigures | null> {
		return this.#data.trend[basis];
	}

	/** Units that moved a moment ago, for a pulse; empty while nothing moves. */
	get changedUnits(): ReadonlySet<number> {
		return this.#pulse.units;
	}

	/** Whether what is shown is confirmed by the server, and for how long it has not been. */
	get freshness(): Freshness {
		return this.#freshness;
	}

	get status(): Freshness['status'] {
		return this.#freshness.status;
	}

	/** Milliseconds since the server last confirmed what is shown; ticks every second. */
	get age(): number {
		return this.#freshness.age;
	}

	/** The session has ended: nothing more comes until somebody signs in again. */
	get signedOut(): boolean {
		return this.#freshness.signedOut;
	}

	/** Shows something else, such as another month. An older number is caught up with at once. */
	replaceSnapshot(snapshot: Snapshot): void {
		this.#frame = frameOf(snapshot);
		this.#snapshot = snapshot;
		this.#data = dataOf(snapshot);
		this.#pulse.clear();
		if (snapshot.partial) this.#connection?.startOver();
		else this.#connection?.resync();
	}

	#connect(): () => void {
		const connection = new LiveConnection(this.#receiver(), { stream: this.#options.stream });
		this.#connection = connection;
		const sleep = wakeWithDevice(connection);
		void connection.start();
		if (this.#snapshot.partial) connection.startOver();
		return () => {
			this.#pulse.clear();
			sleep();
			connection.stop();
			this.#connection = undefined;
		};
	}

	#receiver(): LiveReceiver {
		return {
			number: () => this.#data.number,
			receive: (batch) => this.#receive(batch),
			takeSnapshot: async () => {
				const shown = this.#snapshot;
				const taken = await this.#take(shown);
				// Another month may have been chosen meanwhile: its snapshot is at least as new.
				if (this.#snapshot === shown) this.replaceSnapshot(taken);
				if (!shown.partial) this.#options.afterSnapshot?.();
			},
			freshness: (freshness) => {
				this.#freshness = freshness;
			},
			connected: () => this.#options.onconnected?.(),
		};
	}

	/** The whole of a large page takes its time: who asks again meanwhile waits for the same answer. */
	#take(shown: Snapshot): Promise<Snapshot> {
		if (this.#taking?.shown === shown) return this.#taking.taken;
		const { readSnapshot, stream } = this.#options;
		const taken = readSnapshot ? readSnapshot(shown) : fetchSnapshot(shown, stream);
		const taking = { shown, taken };
		this.#taking = taking;
		return taken.finally(() => {
			if (this.#taking === taking) this.#taking = undefined;
		});
	}

	#receive(batch: ChangeBatch): ReturnType<LiveReceiver['receive']> {
		if (this.partial) return 'snapshotNeeded';
		const outcome = applyBatch(this.#data, this.#frame, batch);
		if (outcome.kind === 'applied') {
			this.#data = outcome.data;
			this.#pulse.show(outcome.changedUnits);
		}
		return outcome.kind;
	}
}

/** As long as nothing has been heard of the server. */
const unheard = ({ at }: Snapshot): Freshness => ({
	...{ status: 'connecting', confirmedAt: Date.parse(at), age: 0, signedOut: false },
});

const isOfSame = (one: Snapshot, other: Snapshot) =>
	one.period.id === other.period.id && one.scope.id === other.scope.id;
