import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { within } from '../../contracts/within';
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
const workShape = 4;

interface Schema extends DBSchema {
	/** What the server said last that the account may enter, by account. */
	work: { key: number; value: { work: EntryWork; takenAt: string; shape?: number } };
	entries: { key: string; value: KeptEntry; indexes: { account: number; state: string } };
	tallies: { key: string; value: KeptTally; indexes: { account: number } };
}

/** A browser in trouble may never answer: what is typed doesn't wait for it. */
const longestWait = 3_000;

function open(): Promise<IDBPDatabase<Schema>> {
	return openDB<Schema>('nhip-so-entry', 1, {
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

/**
 * What the device keeps for its accounts. Phones are shared: each read names the account, and what
 * waits to be sent is handed out whole only to the sender, which shows it to nobody.
 */
export class DeviceStore implements Outbox {
	#database: Promise<IDBPDatabase<Schema>> | undefined;

	/** Browsers drop what a page in the background had open: it is then opened again, once. */
	async #use<Value>(work: (database: IDBPDatabase<Schema>) => Promise<Value>): Promise<Value> {
		const attempt = async () => work(await (this.#database ??= open()));
		try {
			const answer = attempt().catch(() => {
				this.#database = undefined;
				return attempt();
			});
			return await within(longestWait, answer, () => {
				throw new Error('The storage gave no answer.');
			});
		} catch (error) {
			this.#database = undefined;
			throw error;
		}
	}

	async work(account: number): Promise<{ work: EntryWork; takenAt: string } | undefined> {
		const kept = await this.#use((database) => database.get('work', account));
		return kept?.shape === workShape ? kept : undefined;
	}

	async writeWork(work: EntryWork, takenAt: string): Promise<void> {
		const kept = { work, takenAt, shape: workShape };
		await this.#use((database) => database.put('work', kept, work.account.id));
	}

	entriesOf(account: number): Promise<KeptEntry[]> {
		return this.#use((database) => database.getAllFromIndex('entries', 'account', account));
	}

	waiting(): Promise<KeptEntry[]> {
		return this.#use((database) => database.getAllFromIndex('entries', 'state', 'waiting'));
	}

	read(key: string): Promise<KeptEntry | undefined> {
		return this.#use((database) => database.get('entries', key));
	}

	async write(entry: KeptEntry): Promise<void> {
		await this.#use((database) => database.put('entries', entry));
	}

	async remove(key: string): Promise<void> {
		await this.#use((database) => database.delete('entries', key));
	}

	talliesOf(account: number): Promise<KeptTally[]> {
		return this.#use((database) => database.getAllFromIndex('tallies', 'account', account));
	}

	async writeTally(tally: KeptTally): Promise<void> {
		await this.#use((database) => database.put('tallies', tally));
	}
}
