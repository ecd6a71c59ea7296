import type { DeviceStore, KeptTally } from './device-store';
import { withUnsentReports } from './unsent-reports';
import type { KeptEntry } from './kept-entry';
import { Memory } from './memory';
import { sendWaiting, type SendOptions, type SendResult } from './send';
import type { TallyRow } from './tally';
import type { EntryWork } from './work';

/** What is used of the device's storage. */
type Storage = Pick<DeviceStore, keyof DeviceStore>;

/**
 * What one account has on this device, shown as it is kept: every change is on the device before the
 * next key, or else in this page's memory.
 */
export class KeptWork {
	readonly #store: Storage;
	readonly #drafts: Memory<KeptEntry>;
	readonly #sheets: Memory<KeptTally>;
	#account = $state.raw<number | null>(null);
	#work = $state.raw<EntryWork | null>(null);
	#takenAt = $state.raw<string | null>(null);
	#entries = $state.raw<readonly KeptEntry[]>([]);
	#tallies = $state.raw<readonly KeptTally[]>([]);
	#keeps = $state(true);
	#writes = $state(0);

	constructor(store: Storage) {
		this.#store = store;
		const tell = (keeps: boolean) => (this.#keeps = keeps && !this.wouldLose);
		this.#drafts = new Memory(
			{ write: (entry) => store.write(entry), remove: (key) => store.remove(key) },
			tell,
		);
		const sheets = { write: (sheet: KeptTally) => store.writeTally(sheet), remove: async () => {} };
		this.#sheets = new Memory(sheets, tell);
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
	/** Whether what was typed is on the device, on its way there, or refused by the browser. */
	get keeping(): 'kept' | 'underWay' | 'refused' {
		if (!this.#keeps) return 'refused';
		return this.#writes > 0 ? 'underWay' : 'kept';
	}
	/** Closing the page would lose something that was typed. */
	get wouldLose(): boolean {
		const drafts = this.#drafts.unkept.filter(({ state }) => state !== 'sent');
		return drafts.length > 0 || this.#sheets.unkept.length > 0;
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
		const ofAccount = (item: { account: number }) => item.account === account;
		const [entries, tallies] =
			account === null
				? [[], []]
				: await Promise.all([
						this.#drafts.list(() => this.#store.entriesOf(account), ofAccount),
						this.#sheets.list(() => this.#store.talliesOf(account), ofAccount),
					]);
		if (account !== this.#account) return;
		this.#entries = entries;
		this.#tallies = tallies;
	}

	/** The list can be had again from the server: nothing is lost without a copy of it. */
	async #try<Value>(use: () => Promise<Value>): Promise<Value | undefined> {
		try {
			return await use();
		} catch (error) {
			console.warn('The list of reports is not kept on this device.', error);
			this.#keeps = false;
			return undefined;
		}
	}

	/** Takes the list that the server has just sent, which also says whose this is. */
	async take(list: EntryWork, takenAt: string): Promise<void> {
		if (list.account.id !== this.#account) await this.show(list.account.id);
		const work = withUnsentReports(list, this.#work, this.#entries);
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
		this.#writes += 1;
		try {
			await this.#drafts.write(entry);
		} finally {
			this.#writes -= 1;
		}
	}

	async remove({ key }: KeptEntry): Promise<void> {
		this.#entries = this.#entries.filter((entry) => entry.key !== key);
		await this.#drafts.remove(key);
	}

	/** Sends what waits, of all accounts, also what only this page has. */
	send(options: SendOptions): Promise<SendResult> {
		const isWaiting = ({ state }: KeptEntry) => state === 'waiting';
		const outbox = {
			waiting: () => this.#drafts.list(() => this.#store.waiting(), isWaiting),
			read: (key: string) => this.#drafts.find(key, () => this.#store.read(key)),
			write: (entry: KeptEntry) => this.#drafts.write(entry),
		};
		return sendWaiting(outbox, options);
	}

	tallyOf(unit: string): readonly TallyRow[] {
		return this.#tallies.find((tally) => tally.unit === unit)?.rows ?? [];
	}

	writeTally(unit: string, rows: readonly TallyRow[]): void {
		const account = this.#account;
		if (account === null) return;
		const tally = { key: `${account}/${unit}`, account, unit, rows: [...rows] };
		this.#tallies = [...this.#tallies.filter((other) => other.unit !== unit), tally];
		void this.#sheets.write(tally);
	}
}
