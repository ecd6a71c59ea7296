import { seriesFile, type SeriesFileRequest } from '$lib/coverage/series/series-file.server';
import { readCoverageMonth } from '$lib/reports/status/coverage-month.server';
import type { Database } from '$lib/server/db/client';
import { readColouring } from '../../../(public)/read-colouring.server';

/** A series as everybody may have it. */
export const publicSeries = (database: Database, request: SeriesFileRequest) =>
	seriesFile(database, request, {
		readMonth: (periodCode) =>
			readCoverageMonth(database, {
				...{ homeCode: request.homeCode, periodCode },
				...{ actor: null, now: request.now },
			}),
		readColouring: (month, shown, readMonth) => readColouring(database, month, shown, readMonth),
	});
