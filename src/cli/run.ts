import { resolve } from 'node:path';
import { CommanderError, InvalidArgumentError } from 'commander';
import { isDay } from '../lib/contracts/local-time';
import { syncCatalogue } from '../lib/indicators/sync.server';
import { readConfig, type Config } from '../lib/server/config';
import { openDatabase, type DatabaseHandle } from '../lib/server/db/client';
import { prepareDatabase } from '../lib/server/db/prepare';
import { describeFailure } from '../lib/server/failure';

/**
 * Opens and migrates the configured database, runs the work and closes it.
 * @throws DatabaseBusyError while a server holds the embedded database.
 */
export async function withDatabase<Result>(
	work: (handle: DatabaseHandle, config: Config) => Promise<Result>,
): Promise<Result> {
	const config = readConfig();
	const handle = await openDatabase(config);
	try {
		await prepareDatabase(handle);
		await syncCatalogue(handle.database);
		return await work(handle, config);
	} finally {
		await handle.close();
	}
}

/** A path as the person typed it: npm moves to the project's folder before it runs anything. */
export function filePath(given: string): string {
	return resolve(process.env.INIT_CWD ?? '.', given);
}

/** For `--on DATE` and its like. */
export function parseDate(given: string): string {
	if (isDay(given)) return given;
	throw new InvalidArgumentError('It should be a day that exists, YYYY-MM-DD.');
}

/** Says on stderr what went wrong and what to do, and answers with the exit code. */
export function reportFailure(error: unknown): number {
	if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
	const defect = error instanceof Error ? (error.stack ?? error.message) : String(error);
	process.stderr.write(`${describeFailure(error) ?? defect}\n`);
	return 1;
}
