import { ExpectedError } from '../errors';

/** A backup that can't be written, read or restored; the message says why and what to do. */
export class BackupError extends ExpectedError {
	readonly status = 422;
	readonly code = 'backup';
}
