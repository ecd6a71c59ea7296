import { resolve } from 'node:path';
import { CommanderError, InvalidArgumentError } from 'commander';
import { syncCatalogue } from '../lib/indicators/sync.server';
import { ConfigError, readConfig, type Config } from '../lib/server/config';
import { openDatabase, type DatabaseHandle } from '../lib/server/db/client';
import { prepareDatabase } from '../lib/server/db/prepare';
import { ExpectedError } from '../lib/server/errors';

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
	const instant = new Date(`${given}T00:00:00Z`);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(given) || Number.isNaN(instant.getTime()))
		throw new InvalidArgumentError('It should be a date, YYYY-MM-DD.');
	if (instant.toISOString().slice(0, 10) !== given)
		throw new InvalidArgumentError('There is no such day.');
	return given;
}

/** Says on stderr what went wrong and what to do, and answers with the exit code. */
export function reportFailure(error: unknown): number {
	if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
	process.stderr.write(`${describeFailure(error)}\n`);
	return 1;
}

function describeFailure(error: unknown): string {
	if (error instanceof ExpectedError) return error.message;
	if (error instanceof ConfigError) return `${error.message}. Correct this variable and try again.`;
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		const line = describeSystemError(cause);
		if (line) return line;
	}
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const unreachable = new Set([
	'ECONNREFUSED',
	'ECONNRESET',
	'ENOTFOUND',
	'EAI_AGAIN',
	'ETIMEDOUT',
	'EHOSTUNREACH',
	'CONNECT_TIMEOUT',
]);

/** Failures of the machine around us that a person can mend; undefined for anything else. */
function describeSystemError(error: Error): string | undefined {
	const { code, path } = error as NodeJS.ErrnoException;
	if (code === undefined) return undefined;
	if (unreachable.has(code))
		return `The database at DATABASE_URL cannot be reached (${code}). Is the server running, and are host and port right?`;
	// 28: wrong name or password; 3D000: no such database.
	if (code === '3D000' || code.startsWith('28'))
		return `The database refused us: ${error.message}. Check the name, password and database in DATABASE_URL.`;
	if (code === 'ENOENT') return `There is no file ${path}. Check its name and folder.`;
	if (code === 'EISDIR') return `${path ?? 'This'} is a folder; name a file in it.`;
	if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
		return `No permission for ${path}. Give this account access, or choose another place (DATA_DIR).`;
	if (code === 'ENOSPC') return 'The disk is full. Make room and try again.';
	return undefined;
}
