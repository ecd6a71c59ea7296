import ExcelJS from 'exceljs';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { InvalidError } from '../../server/errors';

const mebibyte = 1024 * 1024;
/** A form of 2,100 villages and all columns unpacks to about 14 MB; nothing honest comes near these. */
const limits = { bytes: 8 * mebibyte, entries: 500, unpackedBytes: 40 * mebibyte, ratio: 300 };
/** Small files of zeros and spaces pack very well without being a bomb. */
const ratioMattersFrom = mebibyte;

export const fileRefusals = [
	'fileEmpty',
	'fileTooLarge',
	'notAWorkbook',
	'oldWorkbook',
	'encryptedFile',
	'macros',
	'zipBomb',
	'damagedFile',
	'wrongSheet',
	'otherVersion',
	'tooManyRows',
	'noRows',
] as const;
/** Why a file as a whole is not read; interfaces word it. */
export type FileRefusal = (typeof fileRefusals)[number];

export class RefusedFile extends InvalidError {
	constructor(readonly refusal: FileRefusal) {
		super([{ field: 'file', rule: refusal, message: `the file was refused: ${refusal}` }]);
	}
}

/**
 * Reads an `.xlsx` that somebody sent, once its archive is known to be harmless.
 * @param ignoreNodes parts of a sheet to pass over, for those who won't write it again.
 * @throws RefusedFile
 */
export async function openWorkbook(
	content: Uint8Array,
	ignoreNodes: string[] = [],
): Promise<ExcelJS.Workbook> {
	refuseOtherFormats(content);
	await inspectArchive(content);
	const workbook = new ExcelJS.Workbook();
	try {
		// The typings of exceljs ask for an ArrayBuffer of their own making; any of ours will do.
		await workbook.xlsx.load(new Uint8Array(content).buffer, { ignoreNodes });
	} catch (cause) {
		throw Object.assign(new RefusedFile('damagedFile'), { cause });
	}
	return workbook;
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

/** Looks at every entry of the archive, first at what is said of it, then at what is really in it. */
async function inspectArchive(content: Uint8Array): Promise<void> {
	const archive = await openArchive(content);
	if (archive.entryCount > limits.entries) throw new RefusedFile('zipBomb');
	const entries: Entry[] = [];
	try {
		for await (const entry of archive.eachEntry()) entries.push(entry);
	} catch (cause) {
		throw Object.assign(new RefusedFile('damagedFile'), { cause });
	}
	refuseByDirectory(entries);
	for (const entry of entries) await measure(archive, entry);
}

async function openArchive(content: Uint8Array): Promise<ZipFile> {
	try {
		return await fromBufferPromise(Buffer.from(content), { lazyEntries: true });
	} catch (cause) {
		throw Object.assign(new RefusedFile('damagedFile'), { cause });
	}
}

function refuseByDirectory(entries: readonly Entry[]): void {
	const names = entries.map(({ fileName }) => fileName.toLowerCase());
	if (entries.some((entry) => entry.isEncrypted())) throw new RefusedFile('encryptedFile');
	if (!names.includes('xl/workbook.xml')) throw new RefusedFile('notAWorkbook');
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
async function measure(archive: ZipFile, entry: Entry): Promise<void> {
	try {
		const stream = await archive.openReadStreamPromise(entry);
		for await (const _ of stream);
	} catch (cause) {
		throw Object.assign(new RefusedFile('damagedFile'), { cause });
	}
}
