import type { Database } from '../../server/db/client';
import { perDatabase } from '../../server/db/per-database';
import { catchUpOf } from '../../server/live/catch-up';
import { MostRecent } from '../../server/most-recent';
import {
	readSeries,
	type PublicMonth,
	type ReadMonth,
	type SeriesRequest,
	type SeriesSources,
} from './read-series.server';
import { minuteLength } from '../../contracts/local-time';

/** While no change is logged; deadlines pass and targets are given without one. */
const longestKept = minuteLength;
/** While reports come in all the time: not every one of them makes two years be read anew. */
const longestBehind = 20_000;
const mostFiles = 24;
/** Two years, and the year before that their growth is told from. */
const mostMonths = 36;

/** What was read as of a change, the last one when it was begun. */
interface Read<Result> {
	number: number;
	at: number;
	/** Null without such a unit. */
	result: Promise<Result | null>;
}

export interface SeriesFileRequest extends SeriesRequest {
	homeCode: string | undefined;
}

const keptOf = perDatabase(() => ({
	files: new MostRecent<Read<string>>(mostFiles),
	months: new MostRecent<Read<PublicMonth>>(mostMonths),
	/** A series is two years of snapshots: they are read one after the other, however many are asked for. */
	reading: Promise.resolve<unknown>(null),
}));

/** A series as it goes over the wire, written once for all who ask. */
export async function seriesFile(
	database: Database,
	request: SeriesFileRequest,
	sources: SeriesSources,
): Promise<string | null> {
	const { recent } = catchUpOf(database);
	await recent.refresh();
	const number = recent.upTo;
	const kept = keptOf(database);
	const { homeCode, until, measure, colouring, classing, now } = request;
	const key = [homeCode, until, measure, colouring, classing].join(' ');
	const last = kept.files.get(key);
	const longest = last?.number === number ? longestKept : longestBehind;
	if (last && now.getTime() - last.at < longest) return last.result;
	const readMonth = keptMonths(database, request, number, sources.readMonth);
	const result = kept.reading.then(async () => {
		const series = await readSeries(database, request, { ...sources, readMonth });
		return series && JSON.stringify(series);
	});
	kept.files.keep(key, { number, at: now.getTime(), result }, result);
	kept.reading = result.catch(() => null);
	return result;
}

/** Months that were read for one series are there for the next, which differs in what it is coloured by. */
function keptMonths(
	database: Database,
	{ homeCode, now }: SeriesFileRequest,
	number: number,
	readMonth: ReadMonth,
): ReadMonth {
	const { months } = keptOf(database);
	return (periodCode) => {
		const key = [homeCode, periodCode].join(' ');
		const kept = months.get(key);
		if (kept?.number === number && now.getTime() - kept.at < longestKept) return kept.result;
		const result = readMonth(periodCode);
		months.keep(key, { number, at: now.getTime(), result }, result);
		return result;
	};
}
