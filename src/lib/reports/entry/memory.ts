interface Kept {
	key: string;
	account: number;
}

/** Where the device keeps such things; both may fail at any time. */
interface Table<Item> {
	write: (item: Item) => Promise<void>;
	remove: (key: string) => Promise<void>;
}

/**
 * What was typed, on the device and, as long as that refuses, in this page: full or forbidden
 * storage loses nothing while the page is open, and gets it as soon as it takes something again.
 */
export class Memory<Item extends Kept> {
	readonly #table: Table<Item>;
	readonly #tell: (keeps: boolean) => void;
	readonly #items = new Map<string, Item>();
	/** Keys of what the device has not taken yet, or not let go yet. */
	readonly #unkept = new Set<string>();

	/** @param tell is told whether the device keeps everything. */
	constructor(table: Table<Item>, tell: (keeps: boolean) => void) {
		this.#table = table;
		this.#tell = tell;
	}

	/** Things of which the device hasn't the newest. */
	get unkept(): Item[] {
		return [...this.#unkept].flatMap((key) => this.#items.get(key) ?? []);
	}

	/** What `read` finds on the device, with what only this page has. */
	async list(read: () => Promise<Item[]>, isAsked: (item: Item) => boolean): Promise<Item[]> {
		const found = await this.#ask(read);
		if (found) {
			for (const [key, item] of this.#items)
				if (isAsked(item) && !this.#unkept.has(key)) this.#items.delete(key);
			for (const item of found) if (!this.#unkept.has(item.key)) this.#items.set(item.key, item);
		}
		return [...this.#items.values()].filter(isAsked);
	}

	async find(key: string, read: () => Promise<Item | undefined>): Promise<Item | undefined> {
		if (this.#unkept.has(key)) return this.#items.get(key);
		const found = await this.#ask(async () => ({ item: await read() }));
		return found ? found.item : this.#items.get(key);
	}

	async write(item: Item): Promise<void> {
		this.#items.set(item.key, item);
		await this.#keepWith(item.key);
	}

	async remove(key: string): Promise<void> {
		this.#items.delete(key);
		await this.#keepWith(key);
	}

	/** Once the device takes this, it gets what it refused before. */
	async #keepWith(key: string): Promise<void> {
		this.#unkept.add(key);
		if (!(await this.#keep(key))) return;
		for (const other of this.#unkept) if (!(await this.#keep(other))) return;
		this.#tell(true);
	}

	async #keep(key: string): Promise<boolean> {
		const item = this.#items.get(key);
		const done = await this.#ask(async () => {
			await (item ? this.#table.write(item) : this.#table.remove(key));
			return true;
		});
		if (done && this.#items.get(key) === item) this.#unkept.delete(key);
		return done ?? false;
	}

	async #ask<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
		try {
			return await work();
		} catch (error) {
			console.warn('This device keeps nothing at the moment.', error);
			this.#tell(false);
			return undefined;
		}
	}
}
