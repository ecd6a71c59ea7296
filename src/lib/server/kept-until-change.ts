import { minuteLength } from '../contracts/local-time';
import { within } from '../contracts/within';
import type { Database } from './db/client';
import { perDatabase } from './db/per-database';
import { describeError, log } from './log';
import { MostRecent } from './most-recent';

/** What isn't logged, such as an activity or a target, shows after this many milliseconds. */
const longestKept = 30_000;
/** So old it may be shown while it is read anew, where the log stands still. */
const longestShown = 10 * minuteLength;
const mostKept = 20;

/** Something that was read, with the change number and the moment at which it held. */
export interface Kept<Value> {
	number: number;
	at: Date;
	value: Value;
}

export interface Asked {
	/** The newest change number there is. */
	lastNumber: number;
	now: Date;
	/**
	 * Milliseconds that are waited for what is new, where something older is there to show instead;
	 * `Infinity`: nothing older will do.
	 */
	patience: number;
}

interface Entry<Value> {
	kept?: Kept<Value>;
	/** One at a time, however many changes come in. */
	reading?: { number: number; result: Promise<Kept<Value>> };
}

/** Something that is dear to read: read once for all who ask while the change log stands still. */
export function keptUntilChange<Value>() {
	const entriesOf = perDatabase(() => new MostRecent<Entry<Value>>(mostKept));
	return async function ask(
		database: Database,
		key: string,
		{ lastNumber, now, patience }: Asked,
		read: () => Promise<Value>,
	): Promise<Kept<Value>> {
		const entries = entriesOf(database);
		const entry = entries.get(key) ?? {};
		entries.keep(key, entry);
		const { kept } = entry;
		const age = kept ? now.getTime() - kept.at.getTime() : 0;
		const isNewest = kept?.number === lastNumber && age >= 0;
		if (isNewest && age < longestKept) return kept;
		const reading = (entry.reading ??= begin(entry, { lastNumber, now }, read));
		if (kept && patience < Infinity)
			return isNewest && age < longestShown ? kept : within(patience, reading.result, () => kept);
		const result = await reading.result;
		return reading.number >= lastNumber
			? result
			: ask(database, key, { lastNumber, now, patience }, read);
	};
}

function begin<Value>(
	entry: Entry<Value>,
	{ lastNumber, now }: Omit<Asked, 'patience'>,
	read: () => Promise<Value>,
): NonNullable<Entry<Value>['reading']> {
	const result = read()
		.then((value) => (entry.kept = { number: lastNumber, at: now, value }))
		.finally(() => delete entry.reading);
	// Perhaps nobody waits for it any more.
	result.catch((error: unknown) => {
		log('error', 'kept.read', describeError(error));
	});
	return { number: lastNumber, result };
}
