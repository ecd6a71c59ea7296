import { ConfigError } from './config';
import { ExpectedError } from './errors';

/** Thrown at start for what the person who starts the program can mend: one line, no stack. */
export class StartError extends Error {
	override readonly name = 'StartError';
}

/** One line that says what went wrong and what to do; undefined for a defect of the program. */
export function describeFailure(error: unknown): string | undefined {
	if (error instanceof ExpectedError) return error.message;
	if (error instanceof ConfigError) return `${error.message}. Correct this variable and try again.`;
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		const line = describeSystemError(cause);
		if (line) return line;
	}
	return undefined;
}

const unreachable = new Set([
	'ECONNREFUSED',
	'ECONNRESET',
	'ENOTFOUND',
	'EAI_AGAIN',
	'ETIMEDOUT',
	'EHOSTUNREACH',
	'CONNECT_TIMEOUT',
	'CONNECTION_CLOSED',
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
	// 42501: the account may not do this; mostly a database that belongs to somebody else.
	if (code === '42501')
		return `The database refused us: ${error.message}. Let the account of DATABASE_URL own its database.`;
	if (code === 'ENOENT') return `There is no file or folder ${path}. Check its name and folder.`;
	if (code === 'EISDIR') return `${path ?? 'This'} is a folder; name a file in it.`;
	if (code === 'EEXIST' || code === 'ENOTDIR')
		return `${path} cannot be made: a part of it is a file. Choose another place (DATA_DIR).`;
	if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
		return `No permission for ${path}. Give this account access, or choose another place (DATA_DIR).`;
	if (code === 'ENOSPC') return 'The disk is full. Make room and try again.';
	return undefined;
}
