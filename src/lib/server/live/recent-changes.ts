import type { Change } from '../../contracts/events';
import { within } from '../../contracts/within';
import { changePosition, readChanges } from '../change-log';
import type { Database } from '../db/client';

/** How many entries a node remembers: beyond them a new snapshot is the shorter way. */
export const longestCatchUp = 5_000;
const entriesPerRead = 1_000;
/** A line to the database may fall silent without breaking: then the next one is tried. */
const longestRead = 5_000;

/**
 * The end of the change log in a node's memory. Whoever asks what came after a number is answered
 * from it: the database says once for all of them what is new.
 */
export class RecentChanges {
	readonly #database: Database;
	/** All entries after this number, up to `#upTo`. */
	#changes: Change[] = [];
	#from = 0;
	#upTo = 0;
	#prunedTo = 0;
	#structureAt = 0;
	#started = false;
	#refreshing: Promise<void> | undefined;
	#following: Promise<void> | undefined;
	#reaching: Promise<void> | undefined;
	#follower: ((changes: readonly Change[]) => void) | undefined;

	constructor(database: Database) {
		this.#database = database;
	}

	/** Everything committed up to here is known. */
	get upTo(): number {
		return this.#upTo;
	}

	/** What came after this number, and after any higher one, is in memory. */
	get from(): number {
		return this.#from;
	}

	/** From lower numbers on nothing can be told. */
	get earliest(): number {
		return Math.max(this.#prunedTo, this.#upTo - longestCatchUp);
	}

	/** The last change of structure among what is in memory. */
	get structureAt(): number {
		return this.#structureAt;
	}

	/** Reads what was committed before this call; many who call at once share a read. */
	refresh(): Promise<void> {
		if (!this.#refreshing) return this.#start();
		// What is under way may have begun before the caller's change was there.
		this.#following ??= this.#refreshing
			.catch(() => undefined)
			.then(() => {
				this.#following = undefined;
				return this.#start();
			});
		return this.#following;
	}

	/** Reads back to `earliest`, unless what came after `number` is in memory. */
	reach(number: number): Promise<void> {
		if (number >= this.#from) return Promise.resolve();
		this.#reaching ??= this.#readBack().finally(() => {
			this.#reaching = undefined;
		});
		return this.#reaching;
	}

	/** Somebody is told of all that comes from now on. */
	followWith(follower: (changes: readonly Change[]) => void): void {
		this.#follower = follower;
	}

	/** What came after a number that is in reach, oldest first. */
	since(number: number): Change[] {
		const first = this.#changes.findLastIndex((change) => change.number <= number) + 1;
		return this.#changes.slice(first);
	}

	#start(): Promise<void> {
		this.#refreshing = this.#read().finally(() => {
			this.#refreshing = undefined;
		});
		return this.#refreshing;
	}

	async #read(): Promise<void> {
		const { lastNumber, prunedTo } = await answered(changePosition(this.#database));
		if (!this.#started) {
			[this.#from, this.#upTo, this.#started] = [lastNumber, lastNumber, true];
		}
		this.#forget(prunedTo);
		while (lastNumber > this.#upTo) {
			const read = await answered(readChanges(this.#database, this.#upTo, entriesPerRead));
			this.#forget(read.prunedTo);
			if (read.changes.length === 0) return;
			this.#changes.push(...read.changes);
			this.#upTo = read.upTo;
			this.#noteStructure(read.changes);
			this.#trim();
			this.#follower?.(read.changes);
		}
	}

	/** What is pruned before it was read can't be told any more. */
	#forget(prunedTo: number): void {
		this.#prunedTo = prunedTo;
		if (prunedTo <= this.#upTo) return;
		[this.#changes, this.#from, this.#upTo] = [[], prunedTo, prunedTo];
	}

	#trim(): void {
		const surplus = this.#changes.length - longestCatchUp;
		// Not at every entry: moving thousands for one would cost more than keeping a few.
		if (surplus < entriesPerRead) return;
		this.#from = this.#changes[surplus - 1]?.number ?? this.#from;
		this.#changes = this.#changes.slice(surplus);
	}

	async #readBack(): Promise<void> {
		const end = this.#from;
		const begin = this.earliest;
		const earlier: Change[] = [];
		for (let upTo = begin; upTo < end;) {
			const read = await answered(readChanges(this.#database, upTo, entriesPerRead));
			this.#forget(read.prunedTo);
			if (read.changes.length === 0) break;
			earlier.push(...read.changes.filter(({ number }) => number <= end));
			upTo = read.upTo;
		}
		// Meanwhile something was pruned, or trimmed: whoever asks then takes a snapshot.
		if (this.#from !== end || this.#prunedTo > begin) return;
		this.#changes = [...earlier, ...this.#changes];
		this.#from = begin;
		this.#noteStructure(earlier);
	}

	#noteStructure(changes: readonly Change[]): void {
		const last = changes.findLast(({ type }) => type === 'structure');
		if (last) this.#structureAt = Math.max(this.#structureAt, last.number);
	}
}

const answered = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
	within(longestRead, answer, () => {
		throw new Error(`The database has not answered for ${longestRead} ms.`);
	});
