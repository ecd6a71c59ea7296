import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { ProblemList, refuseFile } from './problems.server';
import { readZipped } from './zipped-file.server';

const largestFile = 200 * 1024 * 1024;
const newline = 0x0a;

/**
 * Checks that a file can be read as UTF-8 (with or without a byte order mark) before anything else.
 * @throws InvalidError that names the encoding, or the lines that aren't UTF-8.
 */
export async function checkSourceFile(path: string): Promise<void> {
	const { wide } = await readStart(path);
	if (wide)
		refuseFile('encoding', `is ${wide}; save it as UTF-8 ("CSV UTF-8" in Excel) and try again`);
	await checkUtf8(createReadStream(path, { highWaterMark: 1 << 20 }));
}

async function readStart(path: string): Promise<{ wide: string | undefined; zipped: boolean }> {
	const file = await open(path, 'r');
	try {
		const { size } = await file.stat();
		if (size === 0) refuseFile('empty', 'the file is empty');
		if (size > largestFile)
			refuseFile(
				'tooLarge',
				`${Math.round(size / 1048576)} MB is more than the ${largestFile / 1048576} MB that are read at once; split it, for instance by province`,
			);
		const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
		const start = buffer.subarray(0, bytesRead);
		return { wide: wideEncoding(start), zipped: start[0] === 0x50 && start[1] === 0x4b };
	} finally {
		await file.close();
	}
}

/**
 * A whole JSON file, zipped or not, without its byte order mark.
 * @throws InvalidError as `checkSourceFile` does.
 */
export async function readSourceText(path: string): Promise<string> {
	const { zipped } = await readStart(path);
	if (!zipped) await checkSourceFile(path);
	const content = zipped ? await readZipped(path, largestFile) : await readFile(path);
	if (zipped) {
		const wide = wideEncoding(content.subarray(0, 4096));
		if (wide) refuseFile('encoding', `holds a file that is ${wide}; save that as UTF-8`);
		await checkUtf8([content]);
	}
	const text = content.toString('utf8');
	return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function wideEncoding(start: Buffer): string | undefined {
	if (start[0] === 0xff && start[1] === 0xfe) return 'UTF-16';
	if (start[0] === 0xfe && start[1] === 0xff) return 'UTF-16';
	if (start[0] === 0x50 && start[1] === 0x4b)
		return 'a ZIP container (an .xlsx workbook, or zipped)';
	if (start[0] === 0x1f && start[1] === 0x8b) return 'packed with gzip';
	if (!start.includes(0)) return undefined;
	// Two bytes a letter: in Latin text every other one is zero.
	const zeros = start.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
	return zeros * 4 > start.length
		? 'UTF-16 (without a byte order mark)'
		: 'no text: it holds zero bytes';
}

async function checkUtf8(content: AsyncIterable<unknown> | Iterable<unknown>): Promise<void> {
	const problems = new ProblemList();
	let line = 1;
	let carried: Buffer[] = [];
	const checkLines = (block: Buffer) => {
		if (isUtf8(block)) {
			line += countNewlines(block);
			return;
		}
		for (let start = 0; start < block.length; line += 1) {
			const end = block.indexOf(newline, start);
			const next = end === -1 ? block.length : end + 1;
			if (!isUtf8(block.subarray(start, next)))
				problems.add(
					`line ${line}`,
					'encoding',
					'is not UTF-8 (Windows-1258 or another old code page?); save the file as UTF-8 and try again',
				);
			start = next;
		}
	};
	for await (const chunk of content) {
		const part = chunk as Buffer;
		const cut = part.lastIndexOf(newline) + 1;
		if (cut > 0) {
			checkLines(Buffer.concat([...carried, part.subarray(0, cut)]));
			carried = [];
		}
		carried.push(part.subarray(cut));
	}
	checkLines(Buffer.concat(carried));
	problems.throwIfAny();
}

function countNewlines(block: Buffer): number {
	let count = 0;
	for (let at = block.indexOf(newline); at !== -1; at = block.indexOf(newline, at + 1)) count += 1;
	return count;
}
