import type { Database } from '$lib/server/db/client';
import { catchUpOf } from '$lib/server/live/catch-up';
import { readCoverageMonth, type CoverageMonth } from '$lib/reports/status/coverage-month.server';
import { readSeries, type SeriesRequest } from './read-series.server';

/** While no change is logged; deadlines pass and targets are given without one. */
const longestKept = 60_000;
/** While reports come in all the time: not every one of them makes two years be read anew. */
const longestBehind = 20_000;
const mostKept = 24;

interface SeriesFile {
	/** Of the last change when it was begun. */
	number: number;
	at: number;
	/** Null without such a unit. */
	json: Promise<string | null>;
}

interface SeriesFileRequest extends Omit<SeriesRequest, 'read'> {
	homeCode: string | undefined;
}

const keptOf = new WeakMap<Database, Map<string, SeriesFile>>();
/** A series is two years of snapshots: they are read one after the other, however many are asked for. */
const readingOf = new WeakMap<Database, Promise<unknown>>();

/** A series as it goes over the wire, written once for all who ask. */
export async function seriesFile(
	database: Database,
	request: SeriesFileRequest,
): Promise<string | null> {
	const { recent } = catchUpOf(database);
	await recent.refresh();
	const number = recent.upTo;
	const kept = keptOf.get(database) ?? new Map<string, SeriesFile>();
	keptOf.set(database, kept);
	const { homeCode, until, measure, colouring, classing, now } = request;
	const key = [homeCode, until, measure, colouring, classing].join(' ');
	const known = kept.get(key);
	const longest = known?.number === number ? longestKept : longestBehind;
	if (known && now.getTime() - known.at < longest) return known.json;
	const json = (readingOf.get(database) ?? Promise.resolve()).then(async () => {
		const read = monthReader(database, request, number);
		const series = await readSeries(database, { ...request, read });
		return series && JSON.stringify(series);
	});
	const opened = { number, at: now.getTime(), json };
	kept.delete(key);
	kept.set(key, opened);
	const settled = json.catch(() => {
		if (kept.get(key) === opened) kept.delete(key);
	});
	readingOf.set(database, settled);
	for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
	return json;
}

interface Months {
	/** Of which unit, and as of which change. */
	key: string;
	at: number;
	read: Map<string | undefined, Promise<CoverageMonth | null>>;
}

const monthsOf = new WeakMap<Database, Months>();
/** Two years, and the year before that their growth is told from. */
const mostMonths = 36;

/** Months that were read for one series are there for the next, which differs in what it is coloured by. */
function monthReader(
	database: Database,
	{ homeCode, now }: Pick<SeriesFileRequest, 'homeCode' | 'now'>,
	number: number,
): SeriesRequest['read'] {
	const key = [homeCode, number].join(' ');
	const known = monthsOf.get(database);
	const isKnown = known?.key === key && now.getTime() - known.at < longestKept;
	const read = isKnown ? known.read : new Map<string | undefined, Promise<CoverageMonth | null>>();
	if (!isKnown) monthsOf.set(database, { key, at: now.getTime(), read });
	return (periodCode) => {
		const month =
			read.get(periodCode) ??
			readCoverageMonth(database, { homeCode, periodCode, actor: null, now });
		read.set(periodCode, month);
		month.catch(() => read.delete(periodCode));
		for (const oldest of [...read.keys()].slice(0, -mostMonths)) read.delete(oldest);
		return month;
	};
}
