import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { appendFile, open, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { BackupError } from './backup-error';

/**
 * A backup on disk: gzip'ed lines, then one line with the SHA-256 of all bytes before it. It holds
 * password and token hashes, so only the account that writes it may read it.
 */
const ownerOnly = 0o600;
const trailer = (hash: string) => `\nsha256 ${hash}\n`;
const trailerLength = trailer('0'.repeat(64)).length;

/** @throws BackupError when there is a file of that name already. */
export async function writeBackupFile(path: string, lines: AsyncIterable<string>): Promise<void> {
	if (await exists(path))
		throw new BackupError(`There is a file ${path} already. Choose another name, or remove it.`);
	// Half a backup must never bear the name of a whole one.
	const part = `${path}.part`;
	await rm(part, { force: true });
	try {
		await pipeline(
			Readable.from(withNewlines(lines)),
			createGzip(),
			createWriteStream(part, { flags: 'wx', mode: ownerOnly }),
		);
		const { size } = await stat(part);
		await appendFile(part, trailer(await hashOf(part, size)), { flush: true });
		await rename(part, path);
	} catch (error) {
		await rm(part, { force: true });
		throw error;
	}
}

async function* withNewlines(lines: AsyncIterable<string>) {
	for await (const line of lines) yield `${line}\n`;
}

async function exists(path: string) {
	try {
		await stat(path);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
		throw error;
	}
}

async function hashOf(path: string, length: number): Promise<string> {
	const hash = createHash('sha256');
	if (length > 0)
		for await (const chunk of createReadStream(path, { end: length - 1 }))
			hash.update(chunk as Buffer);
	return hash.digest('hex');
}

/** @throws BackupError unless the file is whole and unchanged since it was written. */
export async function verifyBackupFile(path: string): Promise<void> {
	const { size } = await stat(path);
	const start = Math.max(0, size - trailerLength);
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(trailerLength), 0, undefined, start);
		const found = buffer.toString('latin1', 0, bytesRead);
		if (!/^\nsha256 [0-9a-f]{64}\n$/.test(found))
			throw new BackupError(
				`${path} is cut off, or no backup. Nothing was changed. Take another copy of it.`,
			);
		if (found !== trailer(await hashOf(path, start)))
			throw new BackupError(
				`${path} is damaged: its checksum is wrong. Nothing was changed. Take another copy of it.`,
			);
	} finally {
		await file.close();
	}
}

/** The lines of a verified file. */
export async function* readBackupFile(path: string): AsyncGenerator<string, undefined> {
	const { size } = await stat(path);
	const text = createReadStream(path, { end: size - trailerLength - 1 })
		.pipe(createGunzip())
		.setEncoding('utf8');
	let rest = '';
	// Not `readline`: it also breaks lines at U+2028, which a name or a comment may hold.
	for await (const chunk of text) {
		const lines = (rest + (chunk as string)).split('\n');
		rest = lines.pop() ?? '';
		yield* lines;
	}
}
