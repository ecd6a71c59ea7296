import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptEntry } from './kept-entry';
import type { Outbox } from './send';
import type { TallyRow } from './tally';
import type { EntryWork } from './work';

/** A village's tally sheet on the device, under the account that ticks it. */
export interface KeptTally {
	/** `ACCOUNT/UNIT`. */
	key: string;
	account: number;
	unit: string;
	rows: TallyRow[];
}

/** Counts up when `EntryWork` changes its shape: a list kept in an older one is taken anew. */
const workShape = 2;

interface Schema extends DBSchema {
	/** What the server said last that the account may enter, by account. */
	work: { key: number; value: { work: EntryWork; takenAt: string; shape?: number } };
	entries: { key: string; value: KeptEntry; indexes: { account: number; state: string } };
	tallies: { key: string; value: KeptTally; indexes: { account: number } };
}

/**
 * What the device keeps for its accounts. Phones are shared: each read names the account, and what
 * waits to be sent is handed out whole only to the sender, which shows it to nobody.
 */
export class DeviceStore implements Outbox {
	readonly #database: Promise<IDBPDatabase<Schema>>;

	constructor() {
		this.#database = openDB<Schema>('nhip-so-entry', 1, {
			upgrade(database) {
				database.createObjectStore('work');
				const entries = database.createObjectStore('entries', { keyPath: 'key' });
				entries.createIndex('account', 'account');
				entries.createIndex('state', 'state');
				const tallies = database.createObjectStore('tallies', { keyPath: 'key' });
				tallies.createIndex('account', 'account');
			},
		});
	}

	async work(account: number): Promise<{ work: EntryWork; takenAt: string } | undefined> {
		const kept = await (await this.#database).get('work', account);
		return kept?.shape === workShape ? kept : undefined;
	}

	async writeWork(work: EntryWork, takenAt: string): Promise<void> {
		await (await this.#database).put('work', { work, takenAt, shape: workShape }, work.account.id);
	}

	async entriesOf(account: number): Promise<KeptEntry[]> {
		return (await this.#database).getAllFromIndex('entries', 'account', account);
	}

	async waiting(): Promise<KeptEntry[]> {
		return (await this.#database).getAllFromIndex('entries', 'state', 'waiting');
	}

	async read(key: string): Promise<KeptEntry | undefined> {
		return (await this.#database).get('entries', key);
	}

	async write(entry: KeptEntry): Promise<void> {
		await (await this.#database).put('entries', entry);
	}

	async remove(key: string): Promise<void> {
		await (await this.#database).delete('entries', key);
	}

	async talliesOf(account: number): Promise<KeptTally[]> {
		return (await this.#database).getAllFromIndex('tallies', 'account', account);
	}

	async writeTally(tally: KeptTally): Promise<void> {
		await (await this.#database).put('tallies', tally);
	}
}
