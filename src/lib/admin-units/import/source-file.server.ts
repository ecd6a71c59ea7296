import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { ProblemList, refuseFile } from './problems.server';

const largestFile = 200 * 1024 * 1024;
const newline = 0x0a;

/**
 * Checks that a file can be read as UTF-8 (with or without a byte order mark) before anything else.
 * @throws InvalidError that names the encoding, or the lines that aren't UTF-8.
 */
export async function checkSourceFile(path: string): Promise<void> {
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
		const wide = wideEncoding(buffer.subarray(0, bytesRead));
		if (wide)
			refuseFile(
				'encoding',
				`it is in ${wide}; save it as UTF-8 ("CSV UTF-8" in Excel) and try again`,
			);
	} finally {
		await file.close();
	}
	await checkUtf8(path);
}

/** A whole text file that passed `checkSourceFile`, without its byte order mark. */
export async function readSourceText(path: string): Promise<string> {
	await checkSourceFile(path);
	const text = await readFile(path, 'utf8');
	return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function wideEncoding(start: Buffer): string | undefined {
	if (start[0] === 0xff && start[1] === 0xfe) return 'UTF-16';
	if (start[0] === 0xfe && start[1] === 0xff) return 'UTF-16';
	if (start[0] === 0x50 && start[1] === 0x4b) return 'a ZIP container (an .xlsx workbook?)';
	return start.includes(0) ? 'UTF-16 without a mark, or no text at all' : undefined;
}

async function checkUtf8(path: string): Promise<void> {
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
	for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
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
