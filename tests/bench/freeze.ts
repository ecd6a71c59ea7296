import { freezeSeason } from '../../src/lib/awards/freeze/freeze.server';
import { readCriteriaHashes, readFreeze } from '../../src/lib/awards/freeze/read.server';
import { compareFreeze, readContent, recompute } from '../../src/lib/ranking/check/check-freeze';
import type { Database } from '../../src/lib/server/db/client';
import { startPostgres } from '../database/postgres-server';
import { openBenchDatabase } from './bench-database';
import { clock, milliseconds, type Finding } from './measure';
import { fillSeason } from './season-data';

const now = new Date('2026-08-07T03:00:00Z');

/** The freeze of a season of a province with all its months, and everybody's check of it. */
export async function freeze(): Promise<Finding[]> {
	const server = await startPostgres();
	try {
		const opened = await openBenchDatabase(server, 'freeze');
		try {
			return await measure(opened.handle.database);
		} finally {
			await opened.close();
		}
	} finally {
		await server.stop();
	}
}

async function measure(database: Database): Promise<Finding[]> {
	const { actor, seasonId } = await fillSeason(database);
	const began = clock();
	await freezeSeason(database, actor, seasonId, now);
	const frozen = clock() - began;

	const published = await readFreeze(database, seasonId);
	if (!published.result.includes('"sampling":{')) throw new Error('No sample was drawn.');
	const hashes = await readCriteriaHashes(database, seasonId);
	const begun = clock();
	const steps = compareFreeze(published, hashes, recompute(readContent(published)));
	const checked = clock() - begun;
	if (steps.some(({ matches }) => !matches)) throw new Error('The freeze does not match.');
	return [
		{
			name: 'freeze of a season',
			measured: `${milliseconds(frozen)} for 209 communes and 2,090 teams over 24 months`,
			...{ ratio: frozen / 5_000, bar: 1, good: 'atMost' },
		},
		{
			name: 'check of a freeze',
			measured: `${milliseconds(checked)} in one thread, as in a browser`,
			...{ ratio: checked / 10_000, bar: 1, good: 'atMost' },
		},
	];
}
