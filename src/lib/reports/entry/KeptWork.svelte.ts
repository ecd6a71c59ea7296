import type { DeviceStore, KeptTally } from './device-store';
import { withHeld } from './held';
import type { KeptEntry } from './kept-entry';
import { sendWaiting, type SendOptions, type SendResult } from './send';
import type { TallyRow } from './tally';
import type { EntryWork } from './work';

/**
 * What one account has on this device, shown as it is kept: every change is on the device before the
 * next key.
 */
export class KeptWork {
	readonly #store: DeviceStore;
	#account = $state.raw<number | null>(null);
	#work = $state.raw<EntryWork | null>(null);
	#takenAt = $state.raw<string | null>(null);
	#entries = $state.raw<readonly KeptEntry[]>([]);
	#tallies = $state.raw<readonly KeptTally[]>([]);
	#keeps = $state(true);

	constructor(store: DeviceStore) {
		this.#store = store;
	}

	/** Whose it is; null while nobody's. */
	get account() {
		return this.#account;
	}
	get work() {
		return this.#work;
	}
	/** When the list came from the server; ISO. */
	get takenAt() {
		return this.#takenAt;
	}
	get entries() {
		return this.#entries;
	}
	/** False where the browser refuses to keep anything. */
	get keeps() {
		return this.#keeps;
	}

	/** Takes what an account has on this device, and nothing of any other. */
	async show(account: number | null): Promise<void> {
		this.#account = account;
		const kept = account === null ? undefined : await this.#try(() => this.#store.work(account));
		this.#work = kept?.work ?? null;
		this.#takenAt = kept?.takenAt ?? null;
		await this.readEntries();
	}

	/** Again, after something else may have changed them: the service worker, or another page. */
	async readEntries(): Promise<void> {
		const account = this.#account;
		const [entries, tallies] =
			account === null
				? [[], []]
				: await Promise.all([
						this.#try(() => this.#store.entriesOf(account)),
						this.#try(() => this.#store.talliesOf(account)),
					]);
		if (account !== this.#account) return;
		this.#entries = entries ?? [];
		this.#tallies = tallies ?? [];
	}

	/** Private windows of some browsers keep nothing: the form then works while it is open. */
	async #try<Value>(read: () => Promise<Value>): Promise<Value | undefined> {
		try {
			return await read();
		} catch (error) {
			if (!(error instanceof DOMException)) throw error;
			this.#keeps = false;
			return undefined;
		}
	}

	/** Takes the list that the server has just sent, which also says whose this is. */
	async take(list: EntryWork, takenAt: string): Promise<void> {
		if (list.account.id !== this.#account) await this.show(list.account.id);
		const work = withHeld(list, this.#work, this.#entries);
		await this.#try(() => this.#store.writeWork(work, takenAt));
		this.#work = work;
		this.#takenAt = takenAt;
		await this.#forgetSent(work);
	}

	/** What the list tells by itself needs no copy here. */
	async #forgetSent({ reports }: EntryWork): Promise<void> {
		for (const { unit, period, newest } of reports) {
			const entry = this.find(unit.code, period);
			const isListed = (newest?.revision ?? 0) >= (entry?.received?.revision ?? Infinity);
			if (entry?.state === 'sent' && isListed) await this.remove(entry);
		}
	}

	find(unit: string, period: string): KeptEntry | undefined {
		return this.#entries.find((entry) => entry.unit === unit && entry.period === period);
	}

	async write(entry: KeptEntry): Promise<void> {
		this.#entries = [...this.#entries.filter(({ key }) => key !== entry.key), entry];
		await this.#try(() => this.#store.write(entry));
	}

	async remove({ key }: KeptEntry): Promise<void> {
		this.#entries = this.#entries.filter((entry) => entry.key !== key);
		await this.#try(() => this.#store.remove(key));
	}

	/** Sends what waits, of all accounts. */
	send(options: SendOptions): Promise<SendResult | undefined> {
		return this.#try(() => sendWaiting(this.#store, options));
	}

	tallyOf(unit: string): readonly TallyRow[] {
		return this.#tallies.find((tally) => tally.unit === unit)?.rows ?? [];
	}

	writeTally(unit: string, rows: readonly TallyRow[]): void {
		const account = this.#account;
		if (account === null) return;
		const tally = { key: `${account}/${unit}`, account, unit, rows: [...rows] };
		this.#tallies = [...this.#tallies.filter((other) => other.unit !== unit), tally];
		void this.#try(() => this.#store.writeTally(tally));
	}
}
