import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { RefusedFile } from './refused-file.server';

const mebibyte = 1024 * 1024;
/** A form of 2,100 villages and all columns unpacks to about 14 MB; nothing honest comes near these. */
const limits = { bytes: 8 * mebibyte, entries: 500, unpackedBytes: 40 * mebibyte, ratio: 300 };
/** Small files of zeros and spaces pack very well without being a bomb. */
const ratioMattersFrom = mebibyte;

/** The parts of a workbook's archive, found whatever the case of their names. */
export interface Archive {
	/** As they are written in the archive. */
	names: readonly string[];
	has(name: string): boolean;
	/** Unpacks a part bit by bit. @throws RefusedFile when it isn't what the archive says. */
	read(name: string): AsyncGenerator<Uint8Array>;
}

export const isArchive = (content: Uint8Array): boolean =>
	content[0] === 0x50 && content[1] === 0x4b;

/**
 * Opens the archive of an `.xlsx` that somebody sent, once it is known to be harmless.
 * @throws RefusedFile
 */
export async function openArchive(content: Uint8Array): Promise<Archive> {
	refuseOtherFormats(content);
	const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
	const entries = new Map<string, Entry>();
	const zip = await damagedUnless(() => fromBufferPromise(bytes, { lazyEntries: true }));
	if (zip.entryCount > limits.entries) throw new RefusedFile('zipBomb');
	const all: Entry[] = [];
	await damagedUnless(async () => {
		for await (const entry of zip.eachEntry()) all.push(entry);
	});
	refuseByDirectory(all);
	for (const entry of all) {
		await measure(zip, entry);
		entries.set(keyOf(entry.fileName), entry);
	}
	return {
		names: all.map(({ fileName }) => fileName),
		has: (name) => entries.has(keyOf(name)),
		async *read(name) {
			const entry = entries.get(keyOf(name));
			if (!entry) throw new RefusedFile('damagedFile');
			yield* await damagedUnless(() => zip.openReadStreamPromise(entry));
		},
	};
}

const keyOf = (name: string) => name.toLowerCase();

async function damagedUnless<Result>(attempt: () => Promise<Result>): Promise<Result> {
	try {
		return await attempt();
	} catch (cause) {
		throw new RefusedFile('damagedFile', null, { cause });
	}
}

function refuseOtherFormats(content: Uint8Array): void {
	if (content.byteLength === 0) throw new RefusedFile('fileEmpty');
	if (content.byteLength > limits.bytes) throw new RefusedFile('fileTooLarge');
	const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
	// The container of .xls is also what a password-protected .xlsx is wrapped in.
	if (bytes.subarray(0, 4).equals(Buffer.from('d0cf11e0', 'hex')))
		throw new RefusedFile(
			bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encryptedFile' : 'oldWorkbook',
		);
	if (!bytes.subarray(0, 4).equals(Buffer.from('504b0304', 'hex')))
		throw new RefusedFile('notAWorkbook');
}

function refuseByDirectory(entries: readonly Entry[]): void {
	const names = entries.map(({ fileName }) => keyOf(fileName));
	if (entries.some((entry) => entry.isEncrypted())) throw new RefusedFile('encryptedFile');
	if (names.some((name) => /vbaproject|\/macrosheets\/|\/activex\//.test(name)))
		throw new RefusedFile('macros');
	// Two entries of one name: one reader inspects the first, another unpacks the second.
	if (new Set(names).size !== names.length) throw new RefusedFile('damagedFile');
	const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
	if (unpacked > limits.unpackedBytes) throw new RefusedFile('zipBomb');
	for (const { compressedSize, uncompressedSize } of entries)
		if (uncompressedSize > ratioMattersFrom && uncompressedSize > compressedSize * limits.ratio)
			throw new RefusedFile('zipBomb');
}

/** Unpacks an entry into nothing: the stream fails as soon as there is more than the directory said. */
async function measure(zip: ZipFile, entry: Entry): Promise<void> {
	await damagedUnless(async () => {
		for await (const _ of await zip.openReadStreamPromise(entry));
	});
}
