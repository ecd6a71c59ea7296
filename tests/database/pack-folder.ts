import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

const block = 512;

/** A file or a folder of a tar archive: what it is, then its content in whole blocks. */
function entry(name: string, content: Buffer | null): Buffer[] {
	const header = Buffer.alloc(block);
	const size = content?.length ?? 0;
	const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
	header.write(name, 0);
	header.write(octal(content ? 0o600 : 0o700, 7), 100);
	header.write(octal(0, 7), 108);
	header.write(octal(0, 7), 116);
	header.write(octal(size, 11), 124);
	header.write(octal(0, 11), 136);
	header.write(content ? '0' : '5', 156);
	header.write('ustar\u000000', 257);
	// The sum counts its own place as blanks.
	header.fill(' ', 148, 156);
	header.write(
		`${octal(
			header.reduce((sum, byte) => sum + byte, 0),
			6,
		)} `,
		148,
	);
	return content ? [header, content, Buffer.alloc(-size & (block - 1))] : [header];
}

/**
 * A folder as the embedded engine takes it in.
 * @param empty folders of it of which nothing inside is taken along
 */
export async function packFolder(folder: string, empty: readonly string[]): Promise<Buffer> {
	const parts: Buffer[] = [];
	for (const found of await readdir(folder, { recursive: true, withFileTypes: true })) {
		const path = join(found.parentPath, found.name);
		if (empty.includes(relative(folder, found.parentPath))) continue;
		const name = `/${relative(folder, path)}`;
		parts.push(...entry(name, found.isDirectory() ? null : await readFile(path)));
	}
	return Buffer.concat([...parts, Buffer.alloc(2 * block)]);
}
