import { ExpectedError, UnavailableError } from '../errors';

/** A line that could not be had, or that broke: the operating system's word for it. */
const brokenLine = new Set([
	'ECONNREFUSED',
	'ECONNRESET',
	'EPIPE',
	'ENOTFOUND',
	'EAI_AGAIN',
	'ETIMEDOUT',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'CONNECT_TIMEOUT',
	'CONNECTION_CLOSED',
	'CONNECTION_DESTROYED',
	'CONNECTION_ENDED',
]);
/** PostgreSQL's classes 08 and 57P: no line, or it goes down; 53300: it has no line left. */
const unreachable = /^(08\w{3}|57P\w\d|53300)$/;
/** Waited too long for a lock or a statement, or was chosen to give way. */
const givenUp = new Set(['55P03', '57014', '40001', '40P01', '25P03']);
const diskFull = new Set(['53100', 'ENOSPC']);

/** Whether an error means that the line it came over is gone, or is about to be. */
export function isBrokenLine(thrown: unknown): thrown is Error {
	for (let cause = thrown; cause instanceof Error; cause = cause.cause) {
		const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
		if (brokenLine.has(code) || unreachable.test(code)) return true;
		if ('severity' in cause && cause.severity === 'FATAL') return true;
	}
	return false;
}

/** Whether something failed for want of room. */
export const isDiskFull = (thrown: unknown): boolean => outageOf(thrown)?.code === 'diskFull';

/** What is to be answered where the database could not do now what it can do later; else undefined. */
export function outageOf(thrown: unknown): UnavailableError | undefined {
	for (let cause = thrown; cause instanceof Error; cause = cause.cause) {
		if (cause instanceof UnavailableError) return cause;
		if (cause instanceof ExpectedError) return undefined;
		const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
		if (diskFull.has(code) || /no space left on device/i.test(cause.message))
			return new UnavailableError('diskFull', 'The disk of the database is full.', {
				cause: thrown,
			});
		if (givenUp.has(code))
			return new UnavailableError('databaseBusy', 'The database is busy.', { cause: thrown });
		if (brokenLine.has(code) || unreachable.test(code))
			return new UnavailableError('databaseAway', 'The database does not answer.', {
				cause: thrown,
			});
	}
	return undefined;
}
